import Glibc

/// What a worker may use, kept by the kernel also when nobody watches the worker any more.
struct WorkerLimits {
  /// Of processor time a card, in seconds. Whoever waits for the card ends it sooner or at the same
  /// time by the clock; this is for a worker whose parent is gone.
  static let seconds = 5

  /// Of memory beyond what the program itself takes at its start: libcmark needs 50 MB for an
  /// ordinary text of 1 MiB and 160 MB for the worst one known.
  static let memory = 1 << 30

  private var renewed = -1

  /// Sets all limits; those that can't be set are left as they are.
  ///
  /// Open files have none: the runtime opens some for itself while the first cards are rendered, and
  /// traps where it can't.
  mutating func begin() {
    lower(RLIMIT_AS, to: Self.mappedBytes + Self.memory, forGood: true)
    lower(RLIMIT_CORE, to: 0, forGood: true)
    lower(RLIMIT_FSIZE, to: 0, forGood: true)
    renew()
  }

  /// Gives a card the time of one: the kernel counts that of the whole process.
  mutating func renew() {
    let used = Self.secondsUsed
    guard used != renewed else { return }
    renewed = used
    // The second that has begun does not count.
    lower(RLIMIT_CPU, to: used + 1 + Self.seconds, forGood: false)
  }

  /// Sets a limit, but not above what the process was started with.
  ///
  /// - Parameter forGood: whether the process can't raise it again.
  private func lower(_ resource: __rlimit_resource, to value: Int, forGood: Bool) {
    let name = __rlimit_resource_t(resource.rawValue)
    var limit = rlimit()
    guard unsafe getrlimit(name, &limit) == 0 else { return }
    limit.rlim_cur = min(rlim_t(clamping: value), limit.rlim_max)
    if forGood { limit.rlim_max = limit.rlim_cur }
    _ = unsafe setrlimit(name, &limit)
  }

  /// The whole seconds of processor time that this process has used.
  private static var secondsUsed: Int {
    var time = timespec()
    return unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 ? time.tv_sec : 0
  }

  /// The size of this process' address space, in bytes; 4 GiB where the system does not tell.
  private static var mappedBytes: Int {
    let unknown = 1 << 32
    let file = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return unknown }
    defer { close(file) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = unsafe read(file, &text, text.count)
    let digits = text.prefix(max(count, 0)).prefix { $0 >= 48 && $0 <= 57 }
    let pages = Int(String(decoding: digits, as: UTF8.self))
    return pages.map { $0 &* sysconf(Int32(_SC_PAGESIZE)) } ?? unknown
  }
}
