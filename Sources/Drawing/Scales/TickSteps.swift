import Glibc

/// Round values along an axis: 4 to 7 of them, in steps of 1, 2, 2.5 or 5 times a power of ten
/// (`pages.md`, Plots).
package struct TickSteps: Hashable, Sendable {
  /// A round value and its text, in its exact digits.
  package struct Tick: Hashable, Sendable {
    package let value: Double
    package let text: String
  }

  /// From the lowest to the highest; the first is not above and the last not below what is shown.
  package let ticks: [Tick]

  /// Chooses values that reach from `low` or below to `high` or above.
  ///
  /// What is no number counts as 0; one value alone gets some room on both sides.
  package init(from low: Double, to high: Double) {
    let (low, high) = Self.spread(low.isFinite ? low : 0, high.isFinite ? high : 0)
    let wanted = (high / 2 - low / 2) / 5 * 2
    let power = wanted > 0 ? Int(floor(log10(wanted))) : 0
    var best: (steps: Candidate, cost: Double)?
    for exponent in (power - 1)...(power + 1) {
      for factor in Self.factors {
        let steps = Candidate(from: low, to: high, factor: factor, exponent: exponent)
        guard let steps, Self.counts.contains(steps.places.count) else { continue }
        // Quarters have a digit more, so that they have to be clearly better. What lies beyond the
        // values is wasted.
        let range = steps.highest / 2 - steps.lowest / 2
        let waste = range > 0 ? 1 - (high / 2 - low / 2) / range : 0
        let cost =
          abs(Double(steps.places.count) - 5) + (factor == 25 ? 1.5 : 0) + 6 * waste
        if best.map({ cost < $0.cost }) ?? true { best = (steps, cost) }
      }
    }
    self = best.map { TickSteps($0.steps) } ?? TickSteps(ends: low, high)
  }

  /// Chooses values between `low` and `high`; nothing where no step gives 4 to 7, or for whole
  /// numbers 2 to 7.
  package init?(within low: Double, _ high: Double, isWhole: Bool) {
    let wanted = (high / 2 - low / 2) / 5 * 2
    guard wanted > 0, wanted.isFinite else { return nil }
    let power = Int(floor(log10(wanted)))
    var best: (steps: Candidate, cost: Double)?
    for exponent in (isWhole ? max(0, power - 1) : power - 1)...(max(0, power) + 1) {
      for factor in Self.factors where !isWhole || exponent > 0 || factor != 25 {
        let steps = Candidate(
          from: low, to: high, factor: factor, exponent: exponent, isWithin: true)
        guard let steps, (isWhole ? 2...7 : Self.counts).contains(steps.places.count) else {
          continue
        }
        let cost = abs(Double(steps.places.count) - 5) + (factor == 25 ? 1.5 : 0)
        if best.map({ cost < $0.cost }) ?? true { best = (steps, cost) }
      }
    }
    guard let best else { return nil }
    self.init(best.steps)
  }

  /// The lowest and the highest tick.
  package var range: ClosedRange<Double> {
    let (first, last) = (ticks.first?.value ?? 0, ticks.last?.value ?? 1)
    return first...max(first, last)
  }

  /// How many ticks an axis has.
  private static let counts = 4...7

  /// In tenths, so that 2.5 is a whole number.
  private static let factors = [10, 20, 25, 50]

  /// Values in steps of `factor` tenths of a power of ten.
  private struct Candidate {
    let factor: Int
    let exponent: Int

    /// The values, counted in steps from 0, so that their digits are exact.
    let places: ClosedRange<Int>

    /// Nothing where the steps are too small or too large for the values.
    init?(from low: Double, to high: Double, factor: Int, exponent: Int, isWithin: Bool = false) {
      let step = Double(factor) / 10 * TickSteps.power(exponent)
      guard step > 0, step.isFinite, abs(low / step) < 1e12, abs(high / step) < 1e12 else {
        return nil
      }
      let (first, last) =
        isWithin
        ? (Int(ceil(low / step - 1e-9)), Int(floor(high / step + 1e-9)))
        : (Int(floor(low / step + 1e-9)), Int(ceil(high / step - 1e-9)))
      guard last > first, last - first < 12 else { return nil }
      (self.factor, self.exponent, places) = (factor, exponent, first...last)
      guard lowest.isFinite, highest.isFinite else { return nil }
    }

    var lowest: Double { number(places.lowerBound).value }
    var highest: Double { number(places.upperBound).value }

    func number(_ place: Int) -> DecimalText {
      DecimalText(units: place * factor, exponent: exponent - 1)
    }

    /// How many decimals the values have.
    var decimals: Int { max(0, (factor % 10 == 0 ? 0 : 1) - exponent) }
  }

  private init(_ steps: Candidate) {
    ticks = steps.places.map { place in
      let number = steps.number(place)
      return Tick(value: number.value, text: number.text(decimals: steps.decimals))
    }
  }

  /// Where values lie so close together that no round ones are between them.
  private init(ends low: Double, _ high: Double) {
    ticks = [low, high].map { Tick(value: $0, text: "\($0)") }
  }

  /// Makes room around a single value.
  private static func spread(_ low: Double, _ high: Double) -> (Double, Double) {
    let (low, high) = (min(low, high), max(low, high))
    let magnitude = max(abs(low), abs(high))
    // Closer values can't be told apart in the drawing's own arithmetic.
    guard high / 2 - low / 2 <= magnitude * 1e-10 else { return (low, high) }
    if magnitude == 0 { return (0, 1) }
    let room = magnitude / 10
    return (max(low - room, -.greatestFiniteMagnitude), min(high + room, .greatestFiniteMagnitude))
  }

  private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }
}

/// A decimal number by its digits.
struct DecimalText {
  /// The number is `units` times ten to the power of `exponent`.
  let units: Int
  let exponent: Int

  /// The nearest floating-point number.
  var value: Double {
    // Both factors are exact, so that the product or quotient is rounded once, as the text would be.
    guard units.magnitude < 1 << 53, Self.powers.indices.contains(abs(exponent)) else {
      return Double("\(units)e\(exponent)") ?? 0
    }
    let power = Self.powers[abs(exponent)]
    return exponent < 0 ? Double(units) / power : Double(units) * power
  }

  /// The powers of ten that floating-point numbers hold exactly.
  private static let powers = (0...22).map { Double("1e\($0)") ?? .nan }

  /// The digits with a true minus sign; in powers of ten where they would be many.
  func text(decimals: Int) -> String {
    let sign = units < 0 ? "\u{2212}" : ""
    let digits = String(units.magnitude)
    if units == 0 { return "0" + (isPlain(decimals) && decimals > 0 ? "." + zeros(decimals) : "") }
    return sign + (isPlain(decimals) ? plain(digits, decimals) : scientific(digits))
  }

  /// Whether the number is written without a power of ten: below a million, and with at most five
  /// decimals.
  private func isPlain(_ decimals: Int) -> Bool {
    decimals <= 5 && String(units.magnitude).utf8.count + exponent <= 6
  }

  private func plain(_ digits: String, _ decimals: Int) -> String {
    guard exponent < 0 else { return digits + zeros(exponent) }
    let padded = zeros(max(0, 1 - exponent - digits.utf8.count)) + digits
    let whole = padded.dropLast(-exponent)
    let fraction = (String(padded.suffix(-exponent)) + zeros(decimals)).prefix(decimals)
    return decimals == 0 ? String(whole) : "\(whole).\(fraction)"
  }

  private func scientific(_ digits: String) -> String {
    let power = digits.utf8.count - 1 + exponent
    var rest = digits.dropFirst()
    while rest.last == "0" { rest.removeLast() }
    let mantissa = digits.prefix(1) + (rest.isEmpty ? "" : ".\(rest)")
    return "\(mantissa)e\(power < 0 ? "\u{2212}" : "")\(power.magnitude)"
  }

  private func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }
}
