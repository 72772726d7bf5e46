import Formats
import Markdown

/// The program's version, said in one place.
enum ToolVersion {
  static let number = "0.1.0"

  /// The version with those of the C libraries that are linked in.
  static var text: String {
    "vitrine \(number) (libcmark \(MarkdownLibrary.version), libyaml \(YAMLReader.libraryVersion))"
  }
}
