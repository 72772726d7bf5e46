/// A stage that is being worked out.
struct StageDraft {
  /// Its name in its own file.
  let key: String
  let scope: PipelineScope
  var context: VariableContext

  /// The folder that its paths start from, as far as it is known.
  var folder: String?

  /// The stage as it ran.
  let locked: LockedStage?

  /// Whether only the lock says that there is such a stage, so that `item` and `key` are not known;
  /// the reason is told already.
  let isAdopted: Bool

  /// What its texts use.
  var tracker = VariableTracker()

  init(key: String, scope: PipelineScope, context: VariableContext, isAdopted: Bool) {
    self.key = key
    self.scope = scope
    self.context = context
    self.isAdopted = isAdopted
    locked = scope.lock?[key]
  }
}
