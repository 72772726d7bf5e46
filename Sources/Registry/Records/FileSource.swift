import GitStore

/// Where the bytes of a file of a commit are to be had.
enum FileSource: Hashable {
  case git(TreeEntry)
  case stored(StoredFile)

  var stored: StoredFile? {
    guard case .stored(let file) = self else { return nil }
    return file
  }
}
