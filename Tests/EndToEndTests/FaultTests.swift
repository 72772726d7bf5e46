import TestSupport
import Testing

/// A disk that fails, and a process that is killed, at chosen steps of publishing (`hostile-input.md` §5).
@Suite(.timeLimit(.minutes(30)))
struct FaultTests {
  /// What happens to one of a thread's calls of the system.
  struct Fault: Sendable, CustomStringConvertible {
    /// The system call, and which of them.
    let call: String
    let number: Int

    /// What `strace` does to it.
    let effect: String

    /// How the build ends; nil where it depends on which file the call is for.
    let status: Int?

    init(_ call: String, _ number: Int, _ effect: String, _ status: Int? = 74) {
      self.call = call
      self.number = number
      self.effect = effect.hasPrefix("E") ? "error=\(effect)" : "signal=\(effect)"
      self.status = effect == "KILL" ? 137 : status
    }

    var description: String { "\(call) \(number) \(effect)" }
  }

  private static let faults = [
    "exchange": [
      Fault("write", 5, "ENOSPC"), Fault("write", 20, "EIO"), Fault("write", 20, "KILL"),
      Fault("openat", 150, "EIO", nil), Fault("openat", 150, "KILL"), Fault("mkdirat", 9, "ENOSPC"),
      Fault("fchmod", 12, "EIO"), Fault("syncfs", 1, "EIO"), Fault("syncfs", 1, "KILL"),
      // A file that cannot be given a second name is written.
      Fault("linkat", 20, "EMLINK", 0), Fault("linkat", 20, "EIO"), Fault("linkat", 20, "ENOSPC"),
      Fault("renameat", 1, "EIO"), Fault("renameat2", 1, "EIO"), Fault("renameat2", 1, "ENOSPC"),
      Fault("renameat2", 1, "KILL"), Fault("renameat2", 1, "EINVAL", 0),
      Fault("fsync", 1, "EIO"), Fault("fsync", 1, "KILL"),
      Fault("unlinkat", 5, "EIO", 0), Fault("unlinkat", 5, "KILL"),
    ],
    "switch": [
      Fault("linkat", 20, "ENOSPC"), Fault("syncfs", 1, "EIO"),
      Fault("renameat", 2, "EIO"), Fault("renameat", 2, "KILL"), Fault("renameat", 3, "ENOSPC"),
      Fault("renameat", 3, "KILL"), Fault("symlinkat", 1, "ENOSPC"), Fault("symlinkat", 1, "KILL"),
      Fault("fsync", 1, "EIO"), Fault("fsync", 2, "EIO"), Fault("fsync", 2, "KILL"),
    ],
    "in-place": [
      Fault("renameat", 1, "EIO"), Fault("renameat", 2, "ENOSPC"), Fault("renameat", 9, "EIO"),
      Fault("renameat", 9, "KILL"), Fault("write", 30, "ENOSPC"), Fault("write", 30, "KILL"),
      Fault("syncfs", 1, "EIO"),
    ],
  ]

  @Test(arguments: faults.keys.sorted())
  func aFaultLeavesAWholeSite(_ mode: String) async throws {
    try await FaultLab.with(mode) { lab in
      for fault in Self.faults[mode] ?? [] { try await meet(fault, lab) }
    }
  }

  private func meet(_ fault: Fault, _ lab: FaultLab) async throws {
    try await lab.withOldSite { place in
      let log = "\(lab.folder)/calls"
      let result = try await runTool(
        [
          // Filtered by the kernel, which is quicker, only the first call can be answered by a signal.
          "timeout", "60", "strace", "-f", fault.status == 137 ? "-D" : "--seccomp-bpf", "-qq",
          "-o", log,
          "-e", "trace=\(fault.call)",
          "-e", "inject=\(fault.call):\(fault.effect):when=\(fault.number)",
        ] + lab.building(), in: place)
      let what = "\(lab.mode), \(fault)"
      let expected = fault.status.map { [$0] } ?? [0, 74]
      #expect(expected.contains(result.status), "\(what): \(result.status) \(result.errors)")
      if result.status == 74 {
        #expect(result.errors.contains("[O006]"), "\(what): \(result.errors)")
      }
      if fault.status == 137 {
        try await lab.expectWhole(place, [lab.old, lab.new], what)
      } else {
        let calls = String(decoding: try readFile(log), as: UTF8.self)
        #expect(calls.contains("(INJECTED)"), "\(what) met nothing")
        let isNew = result.status == 0 || result.errors.contains("readers see the new site")
        try await lab.expectWhole(place, [isNew ? lab.new : lab.old], what)
      }
      let leftovers = try await lab.leftovers(place)
      if result.status == 74, lab.mode != "in-place" { #expect(leftovers.isEmpty, "\(what)") }
      if !leftovers.isEmpty || lab.mode != "exchange" { try await lab.expectMended(place, what) }
    }
  }

  @Test("A disk that fills up, at every part of a build", .enabled(if: Vitrine.isRoot))
  func aFullDisk() async throws {
    try await FaultLab.with("exchange") { lab in
      var statuses: [Int] = []
      for spare in [0, 40, 120, 2_000] {
        let disk = "\(lab.folder)/disk"
        let used = try await require(["du", "-sk", "\(lab.folder)/old"]).text
        let size = (Int(used.prefix { $0 != "\t" }) ?? 0) + spare
        let script = """
          set -e
          mkdir -p "$1"; mount -t tmpfs -o size="$2"k none "$1"
          cp -a old/. "$1"; cd "$1"; shift 2
          status=0; "$@" || status=$?
          ls -A >../names; mkdir ../copy; cp -a site ../copy/; cd ..
          exit $status
          """
        try await require(["rm", "-rf", "copy"], in: lab.folder)
        // In a world of mounts of its own, which goes with its last process.
        let result = try await runTool(
          ["unshare", "-m", "sh", "-c", script, "sh", disk, String(size)] + lab.building(),
          in: lab.folder)
        statuses.append(result.status)
        let expected = result.status == 0 ? lab.new : lab.old
        try await lab.expectWhole("\(lab.folder)/copy", [expected], "\(spare)k")
        #expect(result.status == 0 || result.errors.contains("[O006]"), "\(result.errors)")
        #expect(try readFile("\(lab.folder)/names") == Array("site\n".utf8))
      }
      #expect(statuses == [74, 74, 74, 0])
    }
  }
}
