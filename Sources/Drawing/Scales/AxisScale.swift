import Glibc

/// Places values along an axis, and names some of its places.
package struct AxisScale: Hashable, Sendable {
  /// A named place, as a share of the axis's length.
  package struct Tick: Hashable, Sendable {
    package let share: Double
    package let text: String
  }

  package let ticks: [Tick]

  /// Whether equal distances are equal factors.
  package let isLog: Bool

  /// Whether its values are names.
  package let isNominal: Bool
  private let scale: LinearScale

  /// How far from 0 to 1 along the axis a value lies; one beyond the ends lies on them.
  package func share(of value: Double) -> Double {
    scale.position(of: isLog ? log10(value) : value)
  }

  /// An axis of names: each has the middle of its band.
  package init(categories: [String]) {
    let count = Double(max(categories.count, 1))
    let scale = LinearScale(-0.5...(count - 0.5), from: 0, to: 1)
    self.init(
      ticks: categories.enumerated().map {
        Tick(share: scale.position(of: Double($0)), text: $1)
      }, scale: scale, isNominal: true)
  }

  /// What an axis of numbers reaches to.
  package enum Ends: Hashable, Sendable {
    /// From a round value to a round value.
    case round

    /// As far as the values do.
    case tight

    /// From zero, or to it, to a round value.
    case zero
  }

  /// An axis of numbers; in powers of ten where all are positive and more than three of these apart
  /// (`pages.md`, Plots). What is no number is left out; without any the axis goes from 0 to 1.
  package init(numbers: some Sequence<Double>, ends: Ends, mayBeLog: Bool = true) {
    var extent = Extent(numbers) ?? Extent([0, 1])
    if ends == .zero { extent?.include(0) }
    let known = extent.map { ($0.low, $0.high, $0.isWhole) } ?? (0, 1, false)
    if mayBeLog, ends != .zero, known.0 > 0, log10(known.1) - log10(known.0) > 3 {
      self.init(decadesFrom: known.0, to: known.1)
    } else if ends == .tight {
      self.init(within: known.0, known.1, isWhole: known.2)
    } else {
      self.init(steps: TickSteps(from: known.0, to: known.1))
    }
  }

  private init(steps: TickSteps) {
    let scale = LinearScale(steps.range, from: 0, to: 1)
    self.init(scale: scale, steps: steps)
  }

  private init(within low: Double, _ high: Double, isWhole: Bool) {
    if isWhole, low == high {
      self.init(
        ticks: [Tick(share: 0.5, text: ShortNumber.text(low))],
        scale: LinearScale(low...high, from: 0, to: 1))
    } else if let steps = TickSteps(within: low, high, isWhole: isWhole) {
      self.init(scale: LinearScale(low...high, from: 0, to: 1), steps: steps)
    } else {
      self.init(steps: TickSteps(from: low, to: high))
    }
  }

  private init(scale: LinearScale, steps: TickSteps) {
    self.init(
      ticks: steps.ticks.map { Tick(share: scale.position(of: $0.value), text: $0.text) },
      scale: scale)
  }

  private init(
    ticks: [Tick], scale: LinearScale, isLog: Bool = false, isNominal: Bool = false
  ) {
    (self.ticks, self.scale, self.isLog, self.isNominal) = (ticks, scale, isLog, isNominal)
  }

  /// Every so many powers of ten have a tick.
  private static let decadeSteps = [1, 2, 5, 10, 20, 50, 100, 200]

  private init(decadesFrom low: Double, to high: Double) {
    let (lowest, highest) = (log10(low), log10(high))
    func places(_ step: Int) -> ClosedRange<Int> {
      let size = Double(step)
      return Int(floor(lowest / size + 1e-9))...Int(ceil(highest / size - 1e-9))
    }
    let step = Self.decadeSteps.first { places($0).count <= 7 } ?? 200
    let powers = places(step).map { $0 * step }
    let scale = LinearScale(
      Double(powers.first ?? 0)...Double(powers.last ?? 1), from: 0, to: 1)
    self.init(
      ticks: powers.map { power in
        Tick(
          share: scale.position(of: Double(power)),
          text: DecimalText(units: 1, exponent: power).text(decimals: max(0, -power)))
      }, scale: scale, isLog: true)
  }
}
