import Glibc

/// A value that one task at a time reads or changes.
///
/// Like `Mutex` of `Synchronization`, but by a lock of POSIX threads: what that one waits on lies in
/// the Swift runtime, where ThreadSanitizer can't see it and would take every use for a race.
@safe
package final class Guarded<Value: Sendable>: @unchecked Sendable {
  /// Only read or changed between locking and unlocking, which is what makes this `Sendable`.
  private var value: Value
  private let lock: UnsafeMutablePointer<pthread_mutex_t>

  /// Guards a value.
  package init(_ value: Value) {
    self.value = value
    unsafe lock = .allocate(capacity: 1)
    unsafe lock.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(lock, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deinitialize(count: 1)
    unsafe lock.deallocate()
  }

  /// Gives the value to `body`, which nobody else reads or changes meanwhile.
  ///
  /// - Throws: What `body` throws.
  package func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return try body(&value)
  }
}
