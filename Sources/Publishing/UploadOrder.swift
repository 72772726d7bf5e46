/// The order in which the files of a site may come into sight one by one, so that nothing is seen
/// before what it leads to.
///
/// It rules publishing in place, and is written into the site for those who copy it on.
enum UploadOrder {
  /// Name of the list in the top folder of a site: one path a line.
  static let fileName = "upload-order.txt"
  /// The same name for system calls.
  static let path = RelativePath(trusted: fileName.utf8)

  /// The list as it is written to disk; both lists that publishing keeps are in it, themselves last.
  static func rendered(_ paths: [RelativePath]) -> [UInt8] {
    var text: [UInt8] = []
    for path in sorted(paths + [Self.path, SiteManifest.path], by: \.self) {
      text.append(contentsOf: path.terminated.dropLast())
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// Files in their order.
  static func sorted<File>(_ files: [File], by place: (File) -> RelativePath) -> [File] {
    let ranked = files.map { file in
      let path = place(file)
      return (rank: rank(path), path: path, file: file)
    }
    return ranked.sorted { $0.rank == $1.rank ? $0.path < $1.path : $0.rank < $1.rank }.map(\.file)
  }

  /// What all pages are made with, then what a page shows, then pages and documents from the deepest
  /// to the top, as those above lead to those below; at the end what vouches for the rest.
  private static func rank(_ path: RelativePath) -> Int {
    if path == SiteManifest.path { return last }
    if path == Self.path { return last - 1 }
    if path.name == "manifest.json" { return last - 2 }
    // The index leads to pages everywhere, from wherever it lies.
    if path.name == "index.json" { return last - 3 }
    if path.hasPrefix("assets/") { return 0 }
    return leadsElsewhere(path) ? last - 2 - path.depth : 1
  }

  /// More than the depth of any path.
  private static let last = RelativePath.longest

  private static func leadsElsewhere(_ path: RelativePath) -> Bool {
    [".html", ".json", ".txt", ".md5", ".xml"].contains(where: path.hasSuffix)
  }
}
