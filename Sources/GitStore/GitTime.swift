/// A moment as Git records it: seconds since 1970 and the zone that the clock showed.
package struct GitTime: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; every order is by these.
  package let seconds: Int64

  /// Minutes east of UTC; only ever for display.
  package let zone: Int

  /// A moment with its zone in minutes east of UTC.
  package init(seconds: Int64, zone: Int = 0) {
    self.seconds = seconds
    self.zone = zone
  }

  /// The last second of the year 9999, past which no date has a text of four-digit years.
  package static let lastRepresentable: Int64 = 253_402_300_799

  /// The first second of the year 1.
  package static let firstRepresentable: Int64 = -62_135_596_800

  /// Whether the moment, read in its own zone, lies in the years 1 to 9999.
  package var isRepresentable: Bool {
    guard seconds >= Self.firstRepresentable, seconds <= Self.lastRepresentable else {
      return false
    }
    let local = seconds + Int64(zone) * 60
    return local >= Self.firstRepresentable && local <= Self.lastRepresentable
  }

  /// `2024-01-01T15:30:00+05:30`: the local time with its zone, as GTO prints it.
  package var iso8601: String {
    text(of: localSeconds, separator: UInt8(ascii: "T"), suffix: zoneText)
  }

  /// `2024-01-01 15:30:00+05:30`, as GTO's tables print it.
  package var tableText: String {
    text(of: localSeconds, separator: UInt8(ascii: " "), suffix: zoneText)
  }

  /// `2024-01-01T10:00:00Z`.
  package var utc: String { text(of: seconds, separator: UInt8(ascii: "T"), suffix: "Z") }

  /// `2024-01-01`, the day in UTC.
  package var day: String { String(utc.prefix(10)) }

  /// The seconds that the local clock showed; a commit may claim any number, which must not overflow.
  private var localSeconds: Int64 {
    min(max(seconds, Self.firstRepresentable), Self.lastRepresentable) + Int64(zone) * 60
  }

  private var zoneText: String {
    let minutes = abs(zone)
    var bytes: [UInt8] = [zone < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")]
    append(minutes / 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(minutes % 60, width: 2, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func text(of moment: Int64, separator: UInt8, suffix: String) -> String {
    let clamped = min(max(moment, Self.firstRepresentable), Self.lastRepresentable)
    let days = clamped.floorDivided(by: 86_400)
    let second = Int(clamped - days * 86_400)
    let date = Self.civilDate(days: days)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(26)
    append(date.year, width: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.month, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(date.day, width: 2, to: &bytes)
    bytes.append(separator)
    append(second / 3600, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(second / 60 % 60, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(second % 60, width: 2, to: &bytes)
    bytes.append(contentsOf: suffix.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  /// The proleptic Gregorian date of a day number, counted from 1970-01-01.
  ///
  /// Counts in 400-year eras that start on the first of March, so that the leap day comes last.
  private static func civilDate(days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(day))
  }
}

extension Int64 {
  /// Division that rounds towards negative infinity.
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
