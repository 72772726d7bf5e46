/// Why a remote can't be used.
package enum RemoteError: Error, Hashable, Sendable {
  /// No configuration file speaks of it.
  case unknown(name: String)
  /// It has no url.
  case withoutURL(name: String)
  /// Its url leads to another remote, and from there back to it.
  case circular(name: String)
  /// A password can't be told from the rest of its url, or the url breaks a line.
  case refusedURL(name: String)
}

extension RemoteError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name): "remote \(Self.shown(name)) is not configured"
    case .withoutURL(let name): "remote \(Self.shown(name)) has no url"
    case .circular(let name): "the url of remote \(Self.shown(name)) leads back to it"
    case .refusedURL(let name):
      "the url of remote \(Self.shown(name)) can't be used: it holds control characters, or its "
        + "password can't be told from the rest"
    }
  }

  /// A remote's name in quotes, on one line and not too long; without credentials where it is an
  /// address by mistake.
  package static func shown(_ name: String) -> String {
    let name = ExternalAddress.withoutCredentials(name)
    let scalars = name.unicodeScalars.prefix(80).map { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        ? "\\u{\(String(scalar.value, radix: 16))}" : String(Character(scalar))
    }
    return "\"\(scalars.joined())\(name.unicodeScalars.count > 80 ? "…" : "")\""
  }
}
