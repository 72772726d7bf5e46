import Testing

@testable import Drawing

/// Data for charts of any size, script and magnitude, the same ones every time.
struct ChartCase: Sendable, CustomTestStringConvertible {
  let series: Int
  let points: Int
  let labelLength: Int
  let script: Script
  let magnitude: Double
  var shape = Shape.wave

  enum Script: String, CaseIterable, Sendable {
    case latin, wide, chinese, arabic, emoji, combining, cyrillic, markup

    /// A text of so many characters.
    func text(_ length: Int, _ number: Int) -> String {
      let alphabet: [Character] =
        switch self {
        case .latin: Array("validation-loss/top5 ")
        case .wide: Array("WMWM@%")
        case .chinese: Array("損失関数精度驗證")
        case .arabic: Array("دقة التحقق سصض")
        case .emoji: ["👩🏽‍🔬", "🚀", "🇺🇳", "✈️", "😴"]
        case .combining: ["e\u{301}\u{302}\u{303}\u{304}\u{305}", "ก็", "ñ", "Z\u{300}\u{315}"]
        case .cyrillic: Array("ЩМЖточность")
        case .markup: Array("<a&\"b'>")
        }
      return String((0..<length).map { alphabet[($0 * 5 + number * 3) % alphabet.count] })
    }
  }

  enum Shape: String, CaseIterable, Sendable { case wave, constant, crossing, gaps, none, infinite }

  /// Cases that cover all counts, lengths, scripts, magnitudes and shapes, though not each with each.
  static let all: [ChartCase] = (0..<72).map { index in
    ChartCase(
      series: index % 12 + 1,
      points: [0, 1, 2, 3, 17, 90, 250][index % 7],
      labelLength: [1, 6, 25, 60][index / 5 % 4],
      script: Script.allCases[index % Script.allCases.count],
      magnitude: [1e-300, 1e-30, 1e-7, 0.01, 1, 977, 1e6, 1e15, 1e300][index % 9],
      shape: Shape.allCases[index / 3 % Shape.allCases.count])
  }

  var testDescription: String {
    "\(series) × \(points) \(shape), \(labelLength) \(script), \(magnitude)"
  }

  func label(_ number: Int) -> String { script.text(labelLength, number) }

  /// Series of numbers over numbers.
  var lines: [ChartSeries] {
    (0..<series).map { number in
      ChartSeries(
        name: label(number),
        points: (0..<points).map { ChartPoint(x: Double($0), y: value(number, $0)) })
    }
  }

  /// Series of numbers over names.
  var named: [ChartSeries] {
    (0..<series).map { number in
      ChartSeries(
        name: label(number),
        points: (0..<points).map { ChartPoint(x: value(number, $0), y: Double($0)) })
    }
  }

  /// Names for as many places as there are points.
  var names: [String] { (0..<points).map { "\($0)" + label($0) } }

  func value(_ series: Int, _ point: Int) -> Double {
    let wave = Double((point * 7 + series * 3) % 11 - 4) / 3.7
    switch shape {
    case .wave: return wave * magnitude
    case .constant: return magnitude
    case .crossing: return Double(series + 1) * magnitude
    case .gaps: return point.isMultiple(of: 3) ? .nan : wave * magnitude
    case .none: return .nan
    case .infinite:
      return point.isMultiple(of: 2) ? wave * magnitude : point % 4 == 1 ? .infinity : -.infinity
    }
  }
}
