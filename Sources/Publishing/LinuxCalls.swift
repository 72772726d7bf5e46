import Glibc

/// System calls of Linux that the Glibc module of Swift does not show.
///
/// They are GNU extensions, hidden because that module is built without `_GNU_SOURCE`; they are
/// looked up by name in the C library instead, so an older library lacks a feature, not a symbol.
enum LinuxCalls {
  private typealias RenameAt2 =
    @convention(c) (Int32, UnsafePointer<UInt8>, Int32, UnsafePointer<UInt8>, UInt32) -> Int32
  private typealias SyncFS = @convention(c) (Int32) -> Int32

  /// `RENAME_EXCHANGE` of `<linux/fs.h>`.
  private static let exchangeFlag: UInt32 = 1 << 1

  /// Swaps two names of one folder in one step; returns 0 or the error number.
  static func exchange(_ one: RelativePath, _ other: RelativePath, in folder: OpenFile) -> Int32 {
    guard let symbol = unsafe dlsym(nil, "renameat2") else { return ENOSYS }
    let renameAt2 = unsafe unsafeBitCast(symbol, to: RenameAt2.self)
    let result = unsafe renameAt2(
      folder.descriptor, one.terminated, folder.descriptor, other.terminated, exchangeFlag)
    return result == 0 ? 0 : errno
  }

  /// Writes everything of the file system that `file` lies on to the disk; 0 or the error number.
  static func syncFileSystem(of file: OpenFile) -> Int32 {
    guard let symbol = unsafe dlsym(nil, "syncfs") else {
      sync()
      return 0
    }
    let syncFS = unsafe unsafeBitCast(symbol, to: SyncFS.self)
    return syncFS(file.descriptor) == 0 ? 0 : errno
  }
}
