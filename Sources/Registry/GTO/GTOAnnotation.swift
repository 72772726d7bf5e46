package import Formats

/// An entry of artifacts.yaml, as GTO keeps and prints it (`tags.md` §3.2).
package struct GTOAnnotation: Equatable, Sendable {
  package var type: String?
  package var path: String?
  package var isVirtual = true
  package var labels: [String] = []
  package var description = ""
  package var custom = JSONValue.null
}
