import Registry

/// A fact of the annotation that differs between two versions.
struct AnnotationChange: Equatable {
  let fact: String

  /// What the earlier version said; nothing where it said nothing.
  let before: String?

  /// What the later version says; nothing where it says nothing.
  let after: String?

  /// What changed from one annotation to another, in the order of the facts of the later one.
  static func all(from before: Annotation?, to after: Annotation?) -> [AnnotationChange] {
    let (old, new) = (facts(of: before), facts(of: after))
    let oldValues = Dictionary(old, uniquingKeysWith: { first, _ in first })
    let newNames = Set(new.map(\.name))
    let changed = new.compactMap { fact -> AnnotationChange? in
      let earlier = oldValues[fact.name]
      guard earlier != fact.value else { return nil }
      return AnnotationChange(fact: fact.name, before: earlier, after: fact.value)
    }
    let gone = old.filter { !newNames.contains($0.name) }
    return changed + gone.map { AnnotationChange(fact: $0.name, before: $0.value, after: nil) }
  }

  private static func facts(of annotation: Annotation?) -> [(name: String, value: String)] {
    guard let annotation else { return [] }
    let labels = annotation.labels.joined(separator: ", ")
    let own: [(String, String?)] = [
      ("path", annotation.path), ("type", annotation.type),
      ("description", annotation.description), ("labels", labels.isEmpty ? nil : labels),
      ("annotated in", annotation.file),
    ]
    let custom = CustomValues.lines(of: annotation.custom).map { ("custom: \($0.key)", $0.value) }
    return own.compactMap { name, value in value.map { (name, $0) } } + custom
  }
}
