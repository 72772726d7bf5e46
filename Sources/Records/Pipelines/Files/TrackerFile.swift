package import Formats

/// A `.dvc` file: data that DVC keeps outside Git, and where it came from (`records.md` §8).
package struct TrackerFile: Sendable {
  private static let keys = [
    "outs", "deps", "wdir", "md5", "frozen", "locked", "meta", "desc", "always_changed",
  ]

  /// What could not be read or is not understood; each costs only its own part.
  package let problems: [FormatError]

  /// The folder that the paths start from, relative to the file's own.
  private(set) var folder = ""
  private(set) var inputs: [DataEntry] = []
  private(set) var outputs: [DataEntry] = []

  /// Reads a file's bytes.
  package init(_ bytes: [UInt8]) {
    var reader = DataEntryReader()
    let root = reader.shape.root(of: bytes)
    for field in root.map({ reader.shape.entries($0, "a mapping") }) ?? [] {
      switch field.key {
      case "outs": outputs = reader.entries(field.value)
      case "deps": inputs = reader.entries(field.value)
      case "wdir":
        if !field.value.isNull { folder = reader.shape.word(field.value, "a folder")?.text ?? "" }
      default:
        if !Self.keys.contains(field.key) { reader.shape.noteUnknown(field, among: Self.keys) }
      }
    }
    problems = reader.shape.problems
  }
}
