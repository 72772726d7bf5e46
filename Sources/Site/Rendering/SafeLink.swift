/// Lets only addresses through that a page may link to.
enum SafeLink {
  /// The address, if it is one of the web, of a mail box, or relative to the site.
  static func href(_ address: String) -> String? {
    guard isPrintable(address), !address.isEmpty else { return nil }
    guard let colon = address.firstIndex(of: ":"),
      !address[..<colon].contains(where: { "/?#".contains($0) })
    else { return address }
    return ["http", "https", "mailto"].contains(address[..<colon].lowercased()) ? address : nil
  }

  /// The address, if it is one of the web: without user info, query and fragment.
  static func web(_ address: String) -> String? {
    guard isPrintable(address), let colon = address.firstIndex(of: ":") else { return nil }
    let scheme = address[..<colon].lowercased()
    guard scheme == "http" || scheme == "https", address[colon...].hasPrefix("://") else {
      return nil
    }
    let rest = address[colon...].dropFirst(3).prefix { $0 != "?" && $0 != "#" }
    let host = rest.prefix { $0 != "/" }
    let bare = host[(host.lastIndex(of: "@").map { host.index(after: $0) } ?? host.startIndex)...]
    return bare.isEmpty ? nil : "\(scheme)://\(bare)\(rest[host.endIndex...])"
  }

  private static func isPrintable(_ address: String) -> Bool {
    address.utf8.allSatisfy { 0x21...0x7E ~= $0 && !Self.markup.contains($0) }
  }

  private static let markup = Array("\"'<>\\^`{|}".utf8)
}
