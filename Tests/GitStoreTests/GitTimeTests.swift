import GitStore
import TestSupport
import Testing

struct GitTimeTests {
  /// Seconds and zones in minutes; years 1 and 9999, leap days, and days around the epoch.
  static let moments: [(seconds: Int64, zone: Int)] = [
    (0, 0), (-1, 0), (-1, 330), (1, -720), (86_399, 0), (86_400, 0), (-86_400, 0), (-86_401, -12),
    (1_704_067_200, 330), (1_704_067_200, -12), (1_704_067_200, 1439), (1_704_067_200, -1439),
    (951_782_399, 0), (951_782_400, 0), (951_868_800, 0), (1_709_164_800, 0), (1_709_251_199, 0),
    (-2_203_977_600, 0), (-2_203_891_200, 0), (4_107_542_400, 0), (-11_676_096_000, 0),
    (-62_135_596_800, 0), (-62_135_596_799, 60), (-62_135_510_400, -1439), (253_402_300_799, 0),
    (253_402_214_400, 1439), (253_402_300_799, -60), (2_147_483_648, 345),
  ]

  @Test func textsAreThoseOfPython() async throws {
    let script = """
      import sys
      from datetime import datetime, timedelta, timezone
      for line in sys.stdin:
        seconds, zone = map(int, line.split())
        utc = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
        local = (utc.replace(tzinfo=None) + timedelta(minutes=zone)).replace(
          tzinfo=timezone(timedelta(minutes=zone)))
        print(local.isoformat(), local.isoformat(sep=' '), utc.isoformat()[:19] + 'Z', sep='|')
      """
    let input = Self.moments.map { "\($0.seconds) \($0.zone)\n" }.joined()
    let python = try await require(["python3", "-c", script], input: Array(input.utf8))
    let expected = python.text.split(separator: "\n").map(String.init)
    let ours = Self.moments.map { moment in
      let time = GitTime(seconds: moment.seconds, zone: moment.zone)
      return "\(time.iso8601)|\(time.tableText)|\(time.utc)"
    }
    #expect(ours == expected)
  }

  @Test func dayIsInUTC() {
    #expect(GitTime(seconds: 1_704_067_199, zone: 600).day == "2023-12-31")
  }

  @Test(arguments: [
    (253_402_300_799, 0, true), (253_402_300_800, 0, false), (253_402_300_799, 1, false),
    (-62_135_596_800, 0, true), (-62_135_596_801, 0, false), (-62_135_596_800, -1, false),
    (Int64.max, 0, false), (Int64.min, 0, false),
  ])
  func years1To9999AreRepresentable(_ seconds: Int64, _ zone: Int, _ expected: Bool) {
    #expect(GitTime(seconds: seconds, zone: zone).isRepresentable == expected)
  }

  @Test(arguments: [(Int64.max, 60), (Int64.max, -60), (Int64.min, 60), (Int64.min, -60)])
  func momentsOutsideAreShownAsTheNearest(_ seconds: Int64, _ zone: Int) {
    let time = GitTime(seconds: seconds, zone: zone)
    #expect(time.utc == (seconds > 0 ? "9999-12-31T23:59:59Z" : "0001-01-01T00:00:00Z"))
    #expect(time.iso8601.utf8.count == 25)
    #expect(time.tableText.utf8.count == 25)
  }
}
