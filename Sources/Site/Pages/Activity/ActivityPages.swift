import Mustache

/// All events of all repositories by day, newest first.
struct ActivityPages: PageGroup {
  static var models: [any PageModel.Type] { [ActivityPage.self] }

  private let context: SiteContext
  private let events: ArraySlice<EventReference>

  init(_ context: SiteContext) {
    self.context = context
    events = EventReference.newest(of: context.models)
  }

  var units: Int { Paging(count: events.count).pages }

  func files(unit: Int) -> [OutputFile] {
    let number = unit + 1
    let path = context.addresses.activity(page: number)
    let link = SiteLinker(page: path)
    let paging = Paging(count: events.count)
    let rows = events[paging.rows(page: number)].map { $0.row(in: context, link: link) }
    let page = ActivityPage(
      shell: PageShell(
        site: context.shell, path: path,
        heading: unit == 0 ? "Activity" : "Activity, page \(number)",
        document: context.addresses.eventsDocument),
      days: EventDay.days(of: rows),
      pager: Pager(page: number, of: paging) { link(context.addresses.activity(page: $0)) })
    return [context.file(page)]
  }
}

/// What a page of events shows.
struct ActivityPage: PageModel {
  static let template = "activity"

  let shell: PageShell
  let days: [EventDay]
  let pager: Pager?

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .flag("any") { !$0.days.isEmpty },
    .list("days") { $0.days },
    .record("pager") { $0.pager },
  ]
}

/// The events of one day.
struct EventDay: TemplateModel {
  let day: String
  private(set) var events: [EventRow]

  /// Cuts events, sorted by time, into days.
  static func days(of rows: [EventRow]) -> [EventDay] {
    var days: [EventDay] = []
    for row in rows {
      if days.last?.day == row.time.day {
        days[days.count - 1].events.append(row)
      } else {
        days.append(EventDay(day: row.time.day, events: [row]))
      }
    }
    return days
  }

  static let fields: [TemplateField<Self>] = [
    .text("day") { $0.day },
    .list("events") { $0.events },
  ]
}
