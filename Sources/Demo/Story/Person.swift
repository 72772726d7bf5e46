import GitStore

/// Somebody at Northlight Energy, with the clock of the town they work in.
struct Person: Sendable {
  let name: String
  let email: String

  /// Minutes east of UTC, from November to March and from April to October.
  let winterZone: Int
  let summerZone: Int

  /// Leads customer analytics, from Lisbon.
  static let ines = Person(
    name: "Inês Carvalho", email: "ines.carvalho@northlight.example", winterZone: 0, summerZone: 60)

  /// Builds models, from Pune.
  static let arjun = Person(
    name: "Arjun Deshpande", email: "arjun.deshpande@northlight.example",
    winterZone: 330, summerZone: 330)

  /// Runs the models in production, from Malmö.
  static let maren = Person(
    name: "Maren Lindqvist", email: "maren.lindqvist@northlight.example",
    winterZone: 60, summerZone: 120)

  /// Sets prices and speaks for Retention, from Kiel.
  static let joerg = Person(
    name: "Jörg Althaus", email: "joerg.althaus@northlight.example",
    winterZone: 60, summerZone: 120)

  /// The line that Git records of them at a moment of their own clock.
  func identity(at moment: Moment) -> GitIdentity {
    let zone = (4...10).contains(moment.month) ? summerZone : winterZone
    let seconds = moment.seconds - Int64(zone) * 60
    return GitIdentity(name: name, email: email, time: GitTime(seconds: seconds, zone: zone))
  }
}
