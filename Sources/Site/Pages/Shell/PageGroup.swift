import Cards

/// Files of one kind, cut into units that are made at the same time.
///
/// A unit is what belongs together and takes a while: a model with its versions, a page of a list.
protocol PageGroup: Sendable {
  /// The models of its pages, whose templates are checked before anything is made.
  static var models: [any PageModel.Type] { get }

  /// Prepares what all units share.
  init(_ context: SiteContext)

  /// How many units there are.
  var units: Int { get }

  /// The files of a unit, counted from 0; the same ones every time.
  ///
  /// - Throws: What is wrong with the file that cards are kept in.
  func files(unit: Int) throws(SpoolError) -> [OutputFile]

  /// What tells whether a unit has to be made again; nothing where it always is.
  func key(unit: Int) -> UnitKey?
}

extension PageGroup {
  /// Documents and drawings have no templates.
  static var models: [any PageModel.Type] { [] }

  func key(unit: Int) -> UnitKey? { nil }
}
