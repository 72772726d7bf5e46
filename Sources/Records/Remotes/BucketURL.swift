/// Where a browser finds what lies in a bucket that is public (`records.md` §9.4).
enum BucketURL {
  /// The address of a bucket with a prefix in it, or of an object, over HTTPS; nothing for other
  /// schemes than those of Amazon, Google and Microsoft.
  ///
  /// - Parameters:
  ///   - address: `s3://bucket/prefix`.
  ///   - endpoint: the server that speaks S3's language where it isn't Amazon's.
  ///   - account: the storage account of a container of Azure.
  static func web(
    _ address: String, endpoint: String? = nil, region: String? = nil, account: String? = nil
  ) -> String? {
    guard let scheme = RemoteURL.scheme(of: address) else { return nil }
    let (bucket, rest) = RemoteURL.parts(of: address, scheme: scheme)
    guard !bucket.isEmpty, bucket.allSatisfy(isBucketByte) else { return nil }
    let (name, path) = (Substring(bucket), URLText.encoded(String(Substring(rest))))
    switch (scheme, endpoint) {
    case ("s3", .some(let endpoint)):
      return "\(RemoteURL.withoutTrailingSlashes(endpoint))/\(name)\(path)"
    case ("s3", .none):
      let server = region.map { "s3.\($0).amazonaws.com" } ?? "s3.amazonaws.com"
      // A name with dots would not fit the server's certificate.
      return name.contains(".")
        ? "https://\(server)/\(name)\(path)" : "https://\(name).\(server)\(path)"
    case ("gs", _): return "https://storage.googleapis.com/\(name)\(path)"
    case ("azure", _):
      return account.map { "https://\($0).blob.core.windows.net/\(name)\(path)" }
    default: return nil
    }
  }

  private static func isBucketByte(_ byte: UInt8) -> Bool {
    RemoteURL.isDigit(byte) || RemoteURL.isLetter(byte) || "-._".utf8.contains(byte)
  }
}
