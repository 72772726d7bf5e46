import GitStore
import Registry

/// An event together with the model that it happened to.
struct EventReference: Sendable {
  let event: RegistryEvent
  let model: ModelReference

  /// The event as pages show it.
  func row(in context: SiteContext, link: SiteLinker) -> EventRow {
    EventRow(event, of: model, in: context, link: link)
  }

  /// The newest events of all models, newest first.
  static func newest(_ count: Int = .max, of models: [ModelReference]) -> ArraySlice<EventReference>
  {
    let all = models.flatMap { model in
      model.artifact.events.prefix(count).map { EventReference(event: $0, model: model) }
    }
    return all.enumerated()
      .sorted { one, other in
        let (left, right) = (one.element.event.time.seconds, other.element.event.time.seconds)
        return left == right ? one.offset < other.offset : left > right
      }
      .map(\.element).prefix(count)
  }
}
