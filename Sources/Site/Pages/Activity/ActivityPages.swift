import Mustache
import Registry

/// All events of all repositories by day, newest first.
struct ActivityPages: PageGroup {
  static var models: [any PageModel.Type] { [ActivityPage.self] }

  private let context: SiteContext
  private let events: ArraySlice<EventReference>

  private var paging: EventPaging { EventPaging(count: events.count) }

  init(_ context: SiteContext) {
    self.context = context
    events = EventReference.newest(of: context.models)
  }

  var units: Int { paging.pages.count }

  func files(unit: Int) -> [OutputFile] {
    let number = paging.pages[unit]
    let path = context.addresses.activity(page: number)
    let link = SiteLinker(page: path)
    let places = paging.rows(page: number)
    let rows = events[places].map { $0.row(in: context, link: link) }
    let page = ActivityPage(
      shell: PageShell(
        site: context.shell, path: path,
        heading: number.map { "Activity, page \($0)" } ?? "Activity",
        document: context.addresses.eventsDocument, updated: events[places].first?.event.time),
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
