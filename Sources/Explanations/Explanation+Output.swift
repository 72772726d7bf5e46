extension Explanation {
  /// Publishing and the machine.
  static let output: [Explanation] = [
    .stop(
      "O001", 73, "an output folder that must not be replaced",
      "The root, a home folder, the current folder, or one in or around a repository.",
      help: "give a folder of its own for the site, new or empty"),
    .stop(
      "O002", 73, "an output folder with other files",
      "The folder is not empty and was not written by Vitrine; the message names its first files.",
      help: "give a new or empty folder, or empty this one yourself"),
    .warning(
      "O003", "foreign files in the output folder",
      "Files that Vitrine did not write lie beside its own.", kept: "all of them, as they are",
      help: "move them away if they are not meant to be published"),
    .stop(
      "O004", 73, "a link in the output folder",
      "The folder is no folder, or a symbolic link other than the one that --publish switch makes.",
      help: "name the folder that the link points to, or go on with --publish switch"),
    .stop(
      "O005", 73, "an output folder that cannot be written",
      "It, or the folder around it, belongs to somebody else or is read-only.",
      help: "give a folder, in a folder, that you may write to"),
    .stop(
      "O006", 74, "a disk that is full or fails", "The system refused to write.",
      help: "free some space, or mend what the message names, and build again"),
    .fine(
      "O007", "a build that was killed",
      "The old or the new site is complete; the next build tidies up."),
    .stop(
      "O008", 75, "another build holds the folder", "Two builds never write one folder.",
      help: "wait for the other build to end, or give another folder"),
    .fine("O009", "the lock of a dead process", "The system has freed it."),
    .warning(
      "O010", "a folder that cannot be exchanged",
      "A mount point or a folder on another file system cannot be exchanged in one step.",
      kept: "the site; its files were replaced one by one",
      help: "nothing, or publish to a folder inside the mount"),
    .fine("O011", "paths that are too long", "Paths of the site are cut before they are."),
    .fine("O012", "hosts where case does not count", "No two paths differ only in case."),
    .stop(
      "O013", 73, "a list of files that is damaged or newer",
      "Vitrine keeps a list of its files in the folder and cannot read this one.",
      help: "if the folder holds only a site, remove it and build again"),
    .fine("O014", "files changed by hand", "They are written anew."),
    .fine("O015", "a reader that goes away", "The program ends quietly."),
    .fine("O016", "few open files, little memory", "Builds work, more slowly."),
    .fine("O017", "odd clocks, locales and home folders", "The bytes are the same."),
    .warning(
      "O018", "a cache that cannot be used",
      "Its folder cannot be made or written; one that is merely damaged is not worth a word.",
      kept: "everything, read anew", help: "name another folder with --cache, or none: --no-cache"),
    .error(
      "O019", "git does not answer",
      "A command of Git took longer than limits: git_seconds allows, as on a disk that hangs. It was "
        + "killed with all that it had started.",
      kept: "the other repositories, and what was read of this one last, marked as stale",
      help: "see whether the repository's disk answers, or allow more seconds"),
    .error(
      "O020", "a card that broke its renderer",
      "The process that renders cards ended by itself; cards are rendered apart for that reason.",
      kept: "the text as it is written", help: "report the card to Vitrine's authors"),
  ]

  /// What is printed and written.
  static let program: [Explanation] = [
    .fine(
      "S001", "terminal escapes and line ends in names",
      "They are spelled out wherever they are printed."),
    .fine("S002", "credentials in addresses", "They are cut out of every output."),
    .fine("S003", "__proto__ as a name", "It is data like any other."),
    .fine("S004", "archives that expand beyond measure", "Nothing is ever unpacked."),
  ]

  /// What `rules` of the configuration demand.
  static let rules: [Explanation] = [
    .error(
      "R001", "a metric worse than in production",
      "rules.metrics says how much worse the latest version may be than the one in production.",
      kept: "everything is shown", help: "train on, or raise the rule's limit"),
    .error(
      "R002", "a metric beyond its bound",
      "rules.metrics names the least or the greatest value that the latest version may have.",
      kept: "everything is shown", help: "train on, or change the rule's bound"),
    .error(
      "R003", "a metric that a rule needs is missing",
      "The latest version, or the one in production, has no number of that name.",
      kept: "everything is shown", help: "log the metric, or change the rule"),
    .error(
      "R004", "no model card", "rules.card demands a card of the model itself.",
      kept: "everything is shown", help: "commit MODEL_CARD.md beside the model"),
    .error(
      "R005", "a model card without a section",
      "rules.card.sections names headings that the card has to have.", kept: "everything is shown",
      help: "write the section"),
    .error(
      "R006", "a model card with gaps",
      "The card still says [More Information Needed].", kept: "everything is shown",
      help: "write what is missing, or delete the section"),
    .error(
      "R007", "no licence", "rules.license demands that the card names a licence.",
      kept: "everything is shown", help: "add license: to the card's metadata"),
    .error(
      "R008", "a licence that is not allowed",
      "The card names another licence than those of rules.license.",
      kept: "everything is shown", help: "change the licence, or the rule"),
    .error(
      "R009", "a stage that is not allowed", "rules.stages lists the stages that may be assigned.",
      kept: "everything is shown", help: "unassign it, or add it to the rule"),
    .error(
      "R010", "a stage that was skipped",
      "rules.promotion says which stage a version has to have held before another.",
      kept: "everything is shown", help: "assign the stage before, then this one anew"),
    .error(
      "R011", "a tag without a signature", "rules.signed_tags demands that tags are signed.",
      kept: "everything is shown", help: "make the tag anew with git tag -s"),
  ]
}
