import Glibc

/// An output folder that is a symbolic link to one of the sites in a folder beside it.
///
/// `models -> .models.releases/1f3c…`: one rename of a fresh link shows readers the new site, on every
/// file system, and the site before stays where it was.
enum SwitchedLink {
  /// The name of the folder beside the link that holds the sites.
  static func releasesName(of site: RelativePath) -> RelativePath {
    RelativePath(trusted: ".\(site.text).releases".utf8)
  }

  /// What the link to a release says.
  static func text(_ release: RelativePath, of site: RelativePath) -> RelativePath {
    releasesName(of: site).appending(release)
  }

  /// The release that what lies at `site` leads to; nil if it is no link, `refused` if not one of ours.
  static func release(
    of site: RelativePath, in parent: OpenFile
  ) throws(PublishError)
    -> RelativePath?
  {
    guard FileStatus.of(site, in: parent)?.isSymbolicLink == true else { return nil }
    let text = try parent.linkText(site)
    let release = text.name
    guard text == Self.text(release, of: site), release != ".", release != ".." else {
      throw .refused(folder: parent.pathText(site), .foreignLink)
    }
    return release
  }
}

extension OpenFile {
  /// What a symbolic link in this folder says.
  func linkText(_ name: RelativePath) throws(PublishError) -> RelativePath {
    var text = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let length = unsafe text.withUnsafeMutableBytes { room -> Int in
      guard let start = room.baseAddress else { return -1 }
      return unsafe readlinkat(
        descriptor, name.terminated, start.assumingMemoryBound(to: CChar.self), room.count)
    }
    guard length > 0 else { throw failure("read the link", name) }
    return RelativePath(trusted: text[..<length])
  }

  /// Makes a symbolic link in this folder.
  func makeLink(_ name: RelativePath, saying text: RelativePath) throws(PublishError) {
    guard unsafe symlinkat(text.terminated, descriptor, name.terminated) == 0 else {
      throw failure("create the link", name)
    }
  }
}
