/// Reads a text of the web that is needed before anything else can be asked for.
package struct WebText: Sendable {
  package var downloader = "curl"

  /// The largest text, in bytes.
  private static let limit = 256 << 20

  /// Prepares reading.
  package init() {}

  /// The bytes at an address.
  package func read(_ url: String) async throws(TransferFailure) -> [UInt8] {
    guard let folder = PrivateFolder() else {
      throw TransferFailure(.failed, "no temporary folder can be made; set TMPDIR to another one")
    }
    defer { folder.remove(count: 1) }
    let request = WebTransfer.Request(
      number: 0, url: url, credentials: nil, part: folder.file(0), start: 0, size: Self.limit)
    var reason = ""
    for tries in 1...3 {
      switch await WebTransfer(program: downloader, timeout: 60).run([request])[0] ?? .absent {
      case .ended:
        if case .found(let bytes) = LocalFile.read(folder.file(0), limit: Self.limit) {
          return bytes
        }
        return []
      case .absent: throw TransferFailure(.notFound, "there is no \(url)")
      case .forbidden(let status):
        throw TransferFailure(.forbidden, "\(url): access refused (\(status))")
      case .tooLarge: throw TransferFailure(.refusedList, "\(url) is too long")
      case .missingProgram: throw TransferFailure(.missingProgram, "curl is not installed")
      case .unwritable: throw TransferFailure(.failed, "\(folder.path) can't be written to")
      case .unusablePart: reason = "can't be read"
      case .failed(let words): reason = words
      }
      if tries < 3 { try? await Task.sleep(for: .seconds(tries)) }
    }
    throw TransferFailure(.failed, "\(url): \(reason)")
  }
}
