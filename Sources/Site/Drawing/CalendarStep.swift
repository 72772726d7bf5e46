import GitStore

/// A distance between the ticks of a time axis.
enum CalendarStep: Equatable {
  case seconds(Int64)
  case days(Int64)
  case months(Int64)
  case years(Int64)

  /// Every step that reads well, finest first.
  static let all: [CalendarStep] =
    [1, 2, 5, 15, 30, 60, 120, 300, 900, 1800, 3600, 10_800, 21_600, 43_200].map { .seconds($0) }
    + [1, 2, 7, 14].map { .days($0) } + [1, 2, 3, 6].map { .months($0) }
    + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map { .years($0) }

  /// The moments at this step within a span of seconds; nothing where they are more than `limit`.
  func moments(in span: ClosedRange<Int64>, limit: Int) -> [Int64]? {
    let places = index(before: span.lowerBound)...(index(before: span.upperBound) + 1)
    guard places.count <= limit + 3 else { return nil }
    let moments = places.map(moment(at:)).filter(span.contains)
    return moments.count <= limit ? moments : nil
  }

  /// As much of a moment's ISO date and time as tells it from its neighbours.
  func label(of moment: Int64) -> String {
    let text = GitTime(seconds: moment).utc
    switch self {
    case .years: return String(text.prefix(4))
    case .months: return String(text.prefix(7))
    case .days: return String(text.prefix(10))
    case .seconds(let step):
      return text.prefix(10) + " " + text.dropFirst(11).prefix(step < 60 ? 8 : 5)
    }
  }

  /// The number of the last step at or before a moment.
  private func index(before moment: Int64) -> Int64 {
    let date = GitTime(seconds: moment).utc.split(separator: "-").prefix(2).compactMap { Int64($0) }
    let (year, month) = (date.first ?? 1970, date.last ?? 1)
    return switch self {
    case .seconds(let step): moment.floored(by: step)
    case .days(let step): (moment.floored(by: 86_400) - Self.monday).floored(by: step)
    case .months(let step): (year * 12 + month - 1).floored(by: step)
    case .years(let step): year.floored(by: step)
    }
  }

  private func moment(at index: Int64) -> Int64 {
    switch self {
    case .seconds(let step): index * step
    case .days(let step): (index * step + Self.monday) * 86_400
    case .months(let step): Self.firstDay(ofMonth: index * step) * 86_400
    case .years(let step): Self.firstDay(ofMonth: index * step * 12) * 86_400
    }
  }

  /// The first Monday after 1970-01-01, as a number of days: weeks start on Mondays.
  private static let monday: Int64 = 4

  /// The day number, counted from 1970-01-01, of the first day of a month counted from year 0.
  private static func firstDay(ofMonth month: Int64) -> Int64 {
    // Counted in years that start in March, so that the leap day comes last.
    let shifted = month - 2
    let year = shifted.floored(by: 12)
    let dayOfYear = (153 * (shifted - year * 12) + 2) / 5
    let leapDays = year.floored(by: 4) - year.floored(by: 100) + year.floored(by: 400)
    return year * 365 + leapDays + dayOfYear - 719_468
  }
}

extension Int64 {
  /// The quotient rounded towards negative infinity.
  fileprivate func floored(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
