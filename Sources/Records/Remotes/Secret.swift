/// A text that no output may show: a password, a token, an address that may hold one.
///
/// Whatever prints it, a debugger included, gets asterisks (`records.md` §14, trap 34).
package struct Secret: Hashable, Sendable {
  /// The text itself, for whoever sends it to the server that it is meant for.
  package let text: String

  /// Hides a text.
  package init(_ text: String) { self.text = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "***" }
  package var debugDescription: String { "***" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
