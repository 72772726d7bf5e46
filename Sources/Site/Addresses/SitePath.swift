/// The place of a file below the site's folder.
package struct SitePath: Hashable, Sendable {
  /// The path as the file system takes it: `models/churn/clf/v1.0.0+cpu/index.html`.
  package let text: String

  /// Joins the parts of a path; none of them is empty or holds a slash.
  package init(_ parts: String...) { text = parts.joined(separator: "/") }

  /// Takes a whole path, its parts separated by slashes.
  init(text: String) { self.text = text }

  /// The address of this file from another file of the site, relative and percent-encoded.
  package func href(from page: SitePath) -> String {
    let target = text.utf8
    let origin = page.text.utf8
    var shared = 0
    for (offset, pair) in zip(target, origin).enumerated() {
      guard pair.0 == pair.1 else { break }
      if pair.0 == UInt8(ascii: "/") { shared = offset + 1 }
    }
    var address: [UInt8] = []
    address.reserveCapacity(target.count + 12)
    for byte in origin.dropFirst(shared) where byte == UInt8(ascii: "/") {
      address.append(contentsOf: "../".utf8)
    }
    Self.encode(target.dropFirst(shared), into: &address)
    return String(decoding: address, as: UTF8.self)
  }

  /// The path percent-encoded, to be put after the site's own address.
  package var encoded: String {
    var address: [UInt8] = []
    Self.encode(text.utf8[...], into: &address)
    return String(decoding: address, as: UTF8.self)
  }

  /// Keeps what no browser, server or markup gives a meaning to.
  ///
  /// `+` is a blank to some servers, `:` may end a scheme, `&` and quotes are markup.
  private static func encode(_ path: Substring.UTF8View, into address: inout [UInt8]) {
    for byte in path {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "@"):
        address.append(byte)
      case _ where byte.isASCIIAlphanumeric: address.append(byte)
      default:
        address.append(UInt8(ascii: "%"))
        for nibble in [byte >> 4, byte & 15] {
          address.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10)
        }
      }
    }
  }
}

extension SitePath: Comparable {
  package static func < (one: SitePath, other: SitePath) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }
}

extension SitePath: CustomStringConvertible {
  package var description: String { text }
}
