import Records

/// What has to hold for the list of a version's files, whoever wrote it.
enum FileListingCheck {
  static func run(_ bytes: [UInt8]) {
    guard let listing = try? FileListing(bytes) else { return }
    for file in listing.files {
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      expect(!parts.contains { ["", ".", ".."].contains($0) }, "a path that leads elsewhere")
      expect(file.size ?? 0 >= 0, "a size below zero")
    }
    let tops = Set(listing.files.map { Array($0.path.utf8.prefix { $0 != UInt8(ascii: "/") }) })
    expect(tops.count <= 1, "paths of more than one artifact")
    guard let again = try? FileListing(listing.text) else {
      return expect(false, "written and not read again")
    }
    expect(again.files == listing.files, "written and read as other files")
  }
}
