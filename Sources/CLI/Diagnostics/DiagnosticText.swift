import Registry

/// Prints diagnostics as compilers do: what, where, the consequence, and the help.
struct DiagnosticText {
  let console: Console

  /// How many are printed; the report page has them all.
  var limit = 40

  /// A diagnostic, and how many others say the same of other versions.
  private struct Group {
    let diagnostic: Diagnostic
    var others = 0
  }

  /// What makes two diagnostics say the same.
  private struct Key: Hashable {
    let code: String
    let repository: String
    let file: String?
    let line: Int?
    let problem: String
  }

  /// Errors and warnings, errors first, each a few lines long.
  func blocks(_ diagnostics: [Diagnostic]) -> [String] {
    let groups = grouped(diagnostics.filter { $0.severity > .note })
    let ordered =
      groups.filter { $0.diagnostic.severity == .error }
      + groups.filter { $0.diagnostic.severity == .warning }
    let blocks = ordered.prefix(limit).map(text)
    guard ordered.count > limit else { return blocks }
    return blocks + ["… and \(NumberText.grouped(ordered.count - limit)) more in the report"]
  }

  private func grouped(_ diagnostics: [Diagnostic]) -> [Group] {
    var groups: [Group] = []
    var places: [Key: Int] = [:]
    for diagnostic in diagnostics {
      let place = diagnostic.place
      let key = Key(
        code: diagnostic.code, repository: place.repository, file: place.file, line: place.line,
        problem: place.file == nil ? "\(place) \(diagnostic.problem)" : diagnostic.problem)
      if let known = places[key] {
        groups[known].others += 1
      } else {
        places[key] = groups.count
        groups.append(Group(diagnostic: diagnostic))
      }
    }
    return groups
  }

  private func text(_ group: Group) -> String {
    let diagnostic = group.diagnostic
    let isError = diagnostic.severity == .error
    let head = console.styled(
      "\(diagnostic.severity.rawValue)[\(diagnostic.code)]", isError ? .error : .warning)
    let others = group.others == 0 ? "" : ", and \(group.others) more"
    return """
      \(head): \(TerminalText.safe(diagnostic.problem))
        --> \(TerminalText.safe(diagnostic.place.description))\(others)
        = note: \(TerminalText.safe(diagnostic.consequence))
        = help: \(TerminalText.safe(diagnostic.help))
      """
  }
}

/// Numbers as people read them.
enum NumberText {
  /// `12,345`.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// `1 file`, `2 files`.
  static func counted(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(grouped(number)) \(number == 1 ? singular : plural)"
  }

  /// `12.5 MiB`, to a tenth of a unit.
  static func size(_ bytes: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    var (tenths, unit) = (bytes * 10, 0)
    while tenths >= 10_240, unit < units.count - 1 {
      tenths /= 1_024
      unit += 1
    }
    return unit == 0 ? "\(bytes) B" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  /// `6.3 s`, to a tenth of a second.
  static func seconds(_ duration: Duration) -> String {
    let tenths =
      duration.components.seconds * 10 + duration.components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
