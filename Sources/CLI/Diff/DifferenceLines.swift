/// A difference of two sites as text or Markdown: headings with lists below them.
struct DifferenceLines {
  private let difference: SiteDifference
  private let isMarkdown: Bool

  init(_ difference: SiteDifference, isMarkdown: Bool) {
    self.difference = difference
    self.isMarkdown = isMarkdown
  }

  /// GitHub and GitLab refuse comments of more than 65,536 characters.
  private static let limit = 100

  var text: String {
    guard !difference.isEmpty else {
      return isMarkdown ? "### Model registry\n\nNothing changed.\n" : "Nothing changed.\n"
    }
    var lines = isMarkdown ? ["### Model registry"] : []
    lines += section("⚠ Tags that were moved, deleted or made anew", losses)
    lines += section(
      "Repositories that are gone", difference.removedRepositories.map(name))
    lines += section("Models that are gone", difference.removedModels.map(name))
    lines += section("New models", difference.addedModels.map(name))
    lines += section("Stages", difference.stages.map(line))
    lines += section("Latest versions", difference.latest.flatMap(self.lines))
    lines += section("New tags", difference.tags.filter { $0.kind == .new }.map(line))
    return lines.joined(separator: "\n") + "\n"
  }

  private var losses: [String] { difference.losses.map(line) }

  private func section(_ title: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    let head = isMarkdown ? ["", "#### \(title)", ""] : ["\(title):"]
    let shown = items.prefix(Self.limit).map { isMarkdown ? "- \($0)" : "  \($0)" }
    let rest = items.count - shown.count
    return head + shown
      + (rest > 0 ? [isMarkdown ? "- … and \(rest) more" : "  … and \(rest) more"] : [])
  }

  private func line(_ change: SiteDifference.StageChange) -> String {
    let stage = "\(name(change.model)): \(name(change.stage))"
    return switch (change.before, change.after) {
    case (let before?, let after?): "\(stage) went from \(version(before)) to \(version(after))"
    case (nil, let after?): "\(stage) is now held by \(version(after))"
    case (let before?, nil): "\(stage) was taken from \(version(before))"
    case (nil, nil): stage
    }
  }

  private func lines(_ change: SiteDifference.LatestChange) -> [String] {
    let model = name(change.model)
    let latest =
      change.before == change.after
      ? []
      : ["\(model): \(version(change.before)) → \(version(change.after))"]
    return latest
      + change.metrics.map { metric in
        "\(model): \(name(metric.name)) \(value(metric.before)) → \(value(metric.after))"
      }
  }

  private func line(_ change: SiteDifference.TagChange) -> String {
    let event = change.event
    let tag = "\(code(event.tag)) of \(name(event.repository))"
    let by = event.by.isEmpty ? "" : " by \(name(event.by))"
    switch change.kind {
    case .new: return "\(tag): \(event.kind)\(by)\(said(event.message))"
    case .deleted: return "\(tag) was deleted; it was at \(code(String(event.commit.prefix(7))))"
    case .moved:
      let before = String((change.before?.commit ?? "").prefix(7))
      return "\(tag) was moved from \(code(before)) to \(code(String(event.commit.prefix(7))))\(by)"
    case .remade: return "\(tag) was made anew\(by)\(said(event.message))"
    }
  }

  private func said(_ message: String) -> String {
    let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.isEmpty ? "" : " (\(name(String(line.prefix(200)))))"
  }

  private func value(_ text: String?) -> String { text.map(name) ?? "–" }

  /// Commits without a version are shown in short.
  private func version(_ name: String?) -> String {
    guard let name else { return "none" }
    return self.name(name.count == 40 || name.count == 64 ? String(name.prefix(7)) : name)
  }

  private func name(_ text: String) -> String {
    isMarkdown ? MarkdownText.escaped(text) : TerminalText.safe(text)
  }

  private func code(_ text: String) -> String {
    isMarkdown ? MarkdownText.code(text) : TerminalText.safe(text)
  }
}
