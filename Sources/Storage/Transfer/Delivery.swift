import FoundationEssentials
package import Records

/// Brings the files of a version into a folder: in parallel, going on where an interrupted download
/// ended, each checked, and all of them together put in their place.
package struct Delivery: Sendable {
  /// How a download is made.
  package struct Settings: Sendable {
    package var jobs = 4

    /// How often a failed transfer is tried again.
    package var retries = 5

    /// Whether what is there under the name gives way.
    package var replaces = false

    /// After so many seconds without a byte, a transfer has failed.
    package var timeout = 60

    /// What no message may show.
    package var secrets: [Secret] = []

    /// The name of the program that speaks HTTP.
    package var downloader = "curl"

    /// Makes the settings that hold where nothing is said.
    package init() {}
  }

  /// What was done.
  package struct Outcome: Hashable, Sendable {
    /// The path of the artifact.
    package let path: String

    /// Whether it was there before, and fit.
    package let wasThere: Bool
  }

  /// Writes blobs of a repository to files.
  package typealias BlobWriter =
    @Sendable (_ blobs: [(id: String, path: String)]) async throws -> Void

  let files: [WantedFile]
  let output: String
  let staging: Staging
  let settings: Settings
  let blobs: BlobWriter?

  /// Prepares a download.
  ///
  /// - Parameters:
  ///   - title: the version and its commit; downloads of the same title share their parts.
  ///   - output: the folder that the artifact's own file or folder is put in.
  /// - Throws: where there are no files, or where their paths lead elsewhere.
  package init(
    _ files: [WantedFile], title: String, output: String, settings: Settings,
    blobs: BlobWriter? = nil
  ) throws(TransferFailure) {
    do throws(FileListingError) {
      try FileListing.check(paths: files.map(\.path))
    } catch {
      throw TransferFailure(.refusedList, error.problem)
    }
    guard let first = files.first else {
      throw TransferFailure(.noSource, "no files of it are known")
    }
    let name = first.path.utf8.prefix { $0 != UInt8(ascii: "/") }
    self.files = files
    self.output = output
    self.settings = settings
    self.blobs = blobs
    staging = Staging(output: output, name: String(Substring(name)), title: title)
  }

  /// The size of all files together, in bytes; nothing where one's is not known.
  package var size: Int? {
    let sizes = files.compactMap(\.size)
    return sizes.count == files.count ? sizes.checkedSum : nil
  }

  /// How many bytes have arrived so far.
  package var received: Int {
    files.indices.reduce(0) { sum, number in
      let done = LocalFile.regularSize(of: staging.checked(number))
      return sum + (done ?? LocalFile.regularSize(of: staging.part(number)) ?? 0)
    }
  }

  /// Makes the download; what is there already and fits is left as it is.
  package func run() async throws(TransferFailure) -> Outcome {
    if isThere { return Outcome(path: staging.target, wasThere: true) }
    if !settings.replaces, LocalFile.exists(staging.target) { throw staging.occupied }
    for file in files where file.sources.isEmpty {
      throw TransferFailure(.noSource, "nothing is known that has \(file.path)")
    }
    try staging.take()
    defer { staging.release() }
    try await fetch()
    try staging.place(files.map(\.path), replacing: settings.replaces)
    return Outcome(path: staging.target, wasThere: false)
  }

  private var isThere: Bool {
    files.allSatisfy { file in
      FileCheck(size: file.size, hashes: file.hashes).fits("\(output)/\(file.path)")
    }
  }

  /// Lets every open file take its next step until all are checked, or one has nowhere left to go.
  private func fetch() async throws(TransferFailure) {
    var open = files.indices.filter { !LocalFile.exists(staging.checked($0)) }
      .map { FileProgress(file: files[$0], number: $0, retries: settings.retries) }
    var pause = 0
    while !open.isEmpty {
      if pause > 0 { try? await Task.sleep(for: .seconds(pause)) }
      guard !Task.isCancelled else { throw TransferFailure(.failed, "interrupted") }
      let outcomes = try await TransferRound(self, open).run()
      var next: [FileProgress] = []
      for var progress in open {
        let outcome = outcomes[progress.number] ?? .failed("it was not asked for")
        if try progress.take(outcome, staging) { next.append(progress) }
      }
      open = next
      pause = open.map(\.tries).max() ?? 0
    }
  }
}
