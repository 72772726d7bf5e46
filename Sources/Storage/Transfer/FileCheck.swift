import Digests
import Glibc
package import Records

/// Holds files of this machine against what was recorded of them, however large they are.
package struct FileCheck: Sendable {
  let size: Int?
  let hashes: [ContentHash]

  /// Takes what was recorded; hashes that only a server can take say nothing.
  package init(size: Int?, hashes: [ContentHash]) {
    self.size = size
    self.hashes = hashes.filter { ![.etag, .checksum].contains($0.algorithm) }
  }

  /// Whether nothing is known that bytes could be held against.
  var isEmpty: Bool { hashes.isEmpty }

  /// Whether the file at a path is what was recorded; a link is none.
  package func fits(_ path: String) -> Bool {
    guard let facts = Self.facts(of: path, kinds: hashes.map(\.algorithm)) else { return false }
    guard size == nil || facts.size == size else { return false }
    return hashes.allSatisfy { hash in
      let value = hash.value.lowercased()
      switch hash.algorithm {
      case .md5: return facts.md5 == value
      case .md5DOSToUnix: return facts.md5 == value || facts.textMD5 == value
      case .sha256: return facts.sha256 == value
      case .git: return facts.git == value || facts.git256 == value
      case .etag, .checksum: return true
      }
    }
  }

  /// The size of a file, and its SHA-256.
  package static func digest(of path: String) -> (size: Int, sha256: String)? {
    facts(of: path, kinds: [.sha256]).map { ($0.size, $0.sha256) }
  }

  private struct Facts {
    var size = 0
    var (md5, textMD5, sha256, git, git256) = ("", "", "", "", "")
  }

  /// Reads a file once, a MiB at a time as DVC 1 and 2 did, and takes the digests that are asked for.
  private static func facts(of path: String, kinds: [ContentHash.Algorithm]) -> Facts? {
    guard let size = LocalFile.regularSize(of: path) else { return nil }
    var (md5, text, git) = (MD5(), MD5(), SHA1())
    var (sha256, git256) = (SHA256.Stream(), SHA256.Stream())
    let isGit = kinds.contains(.git)
    if isGit {
      let header = Array("blob \(size)\0".utf8)
      git.update(header)
      git256.update(header)
    }
    let isText = kinds.contains(.md5DOSToUnix)
    var facts = Facts()
    let isRead = LocalFile.forEachChunk(of: path, size: 1 << 20) { chunk in
      facts.size += chunk.count
      if isText || kinds.contains(.md5) { md5.update(chunk) }
      if isText { text.update(withoutCarriageReturns(chunk)) }
      if kinds.contains(.sha256) { sha256.update(chunk) }
      if isGit {
        git.update(chunk)
        git256.update(chunk)
      }
      return true
    }
    guard isRead else { return nil }
    (facts.md5, facts.textMD5, facts.sha256) = (md5.hex, text.hex, sha256.finished.hex)
    (facts.git, facts.git256) = (git.hex, git256.finished.hex)
    return facts
  }

  private static func withoutCarriageReturns(_ chunk: [UInt8]) -> [UInt8] {
    guard chunk.contains(13) else { return chunk }
    return chunk.indices.compactMap { index in
      let endsLine = chunk[index] == 13 && index + 1 < chunk.count && chunk[index + 1] == 10
      return endsLine ? nil : chunk[index]
    }
  }
}
