import TestSupport
import Testing

/// Builds that have to share: the folder with another build, a small machine with everything else.
@Suite(.timeLimit(.minutes(30)))
struct ResourceTests {
  @Test("The second of two builds ends at once and names the first")
  func twoBuilds() async throws {
    try await FaultLab.with("exchange") { lab in
      try await lab.withOldSite { place in
        // The first one is held while it has the lock.
        let script = """
          "$@" & first=$!
          until [ -s .site.lock ]; do sleep 0.01; done
          kill -STOP "$first"
          [ -s .site.lock ] || exit 99
          "$@" 2>second; echo "$? $first"
          kill -CONT "$first"; wait "$first"
          """
        let result = try await runTool(["sh", "-c", script, "sh"] + lab.building(), in: place)
        #expect(result.status == 0, "\(result.errors)")
        let words = result.text.split(whereSeparator: \.isWhitespace)
        try #require(words.count == 2)
        #expect(words[0] == "75")
        let told = String(decoding: try readFile("\(place)/second"), as: UTF8.self)
        #expect(told.contains("(process \(words[1])) [O008]"), "\(told)")
        try await lab.expectWhole(place, [lab.new], "the first build")
      }
    }
  }

  @Test("One processor and 64 open files give the same site")
  func fewFiles() async throws {
    try await expectSameSite(["taskset", "-c", "0", "prlimit", "--nofile=64"])
  }

  /// A group of processes whose memory the kernel limits, in either of its two forms.
  private static let limited = """
    for group in /sys/fs/cgroup/memory /sys/fs/cgroup; do
      mkdir "$group/$1" 2>/dev/null || continue
      for file in memory.limit_in_bytes memory.max; do
        [ -w "$group/$1/$file" ] || continue
        echo 268435456 >"$group/$1/$file" || continue
        name=$1; shift
        sh -c 'echo $$ >"$0/cgroup.procs"; exec "$@"' "$group/$name" "$@"; status=$?
        rmdir "$group/$name"
        exit $status
      done
      rmdir "$group/$1"
    done
    exit 77
    """

  @Test("256 MB of memory give the same site", .enabled(if: Vitrine.isRoot))
  func littleMemory() async throws {
    let probe = try await runTool(["sh", "-c", Self.limited, "sh", "vitrine-probe", "true"])
    if probe.status == 77 { try Test.cancel("the kernel gives no group with a limit here") }
    try await expectSameSite(["sh", "-c", Self.limited, "sh", "vitrine-test"])
  }

  private func expectSameSite(_ limits: [String]) async throws {
    try await withTemporaryFolder { folder in
      let site = try await SiteFixture.many.build(in: folder, ["--no-cache"])
      let result = try await runTool(
        limits + [
          Vitrine.binary, "build", "\(folder)/repos", "-o", "\(folder)/small", "--fail-on", "never",
          "--no-cache",
        ])
      #expect(result.status == 0, "\(result.errors)")
      try await require(["diff", "-r", site, "\(folder)/small"])
    }
  }
}
