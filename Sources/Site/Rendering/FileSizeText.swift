import Mustache

/// A number of bytes as people read it.
struct FileSizeText: TemplateModel, Equatable {
  /// The exact number.
  let bytes: String

  /// `512 bytes`, `1.2 kB`, `34 MB`: two digits at least, three at most, units of a thousand.
  let text: String

  init(_ count: Int) {
    bytes = String(count)
    guard count >= 1_000 else {
      text = CountText.of(count, "byte")
      return
    }
    var unit = 1_000
    var place = 0
    while count / unit >= 1_000, place < Self.units.count - 1 {
      (unit, place) = (unit * 1_000, place + 1)
    }
    if Self.rounded(count, to: unit) >= 1_000, place < Self.units.count - 1 {
      (unit, place) = (unit * 1_000, place + 1)
    }
    let tenths = Self.rounded(count, to: unit / 10)
    text =
      (tenths < 100
        ? "\(tenths / 10).\(tenths % 10)" : CountText.digits(Self.rounded(count, to: unit)))
      + " " + Self.units[place]
  }

  /// `1 234 567 bytes`.
  private var exact: String? {
    Int(bytes).flatMap { $0 < 1_000 ? nil : CountText.of($0, "byte") }
  }

  private static let units = ["kB", "MB", "GB", "TB", "PB", "EB"]

  private static func rounded(_ count: Int, to unit: Int) -> Int {
    count / unit + (count % unit >= unit / 2 + unit % 2 ? 1 : 0)
  }

  static let fields: [TemplateField<Self>] = [
    .text("bytes") { $0.bytes },
    .text("text") { $0.text },
    .text("exact") { $0.exact },
  ]
}
