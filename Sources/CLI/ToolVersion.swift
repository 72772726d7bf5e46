import Formats
import Glibc
import Markdown

/// The program's version, said in one place.
enum ToolVersion {
  static let number = "0.1.0"

  /// The version with those of the C libraries that are linked in.
  static var text: String {
    "vitrine \(number) (libcmark \(MarkdownLibrary.version), libyaml \(YAMLReader.libraryVersion))"
  }

  /// Tells this very executable from others of the same version, as somebody has who changes the program.
  static var executable: String {
    var status = stat()
    guard unsafe stat("/proc/self/exe", &status) == 0 else { return text }
    return "\(text), \(status.st_size) bytes of \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
