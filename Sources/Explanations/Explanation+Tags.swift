extension Explanation {
  /// What tags mean.
  static let tags: [Explanation] = [
    .warning(
      "T001", "a tag that only looks like GTO's",
      "The name is almost one of GTO's (NAME@vX.Y.Z, NAME#STAGE#N), so somebody probably meant "
        + "a version or a stage, and GTO does not see it.",
      kept: "all other tags; this one is listed among the ignored ones",
      help: "delete it, and make it anew with vitrine register or vitrine assign"),
    .warning(
      "T002", "a name that GTO does not take",
      "Names of artifacts and stages have letters, digits, - _ / only, two characters or more, "
        + "and a letter or digit at both ends.",
      kept: "all other tags", help: "delete it, and make it again under another name"),
    .error(
      "T003", "a version at two commits, or a commit with two versions",
      "GTO expects one commit for each version and one version for each commit of an artifact.",
      kept: "the version that GTO lists first has the page, which names the others",
      help: "delete the tags of the wrong one"),
    .warning(
      "T004", "a stage on a commit without a version",
      "A stage was assigned to a commit that no version was registered at.",
      kept: "the stage shows the commit", help: "register it: vitrine register NAME COMMIT"),
    .warning(
      "T005", "odd counters",
      "The counters at the ends of an artifact's tags go up by one. One that is 0, used twice or "
        + "left out says that a tag was made by hand, deleted, or not fetched.",
      kept: "everything: counters decide nothing",
      help: "fetch all tags; let gto or vitrine make them, since they count by themselves"),
    .warning(
      "T006", "a tag that takes back what was never given",
      "A stage is unassigned from a version that never had it, or a version is deregistered that "
        + "was never registered there.",
      kept: "everything; the tag has no effect", help: "point it at the commit that you mean"),
    .fine(
      "T007", "deprecated and in use again",
      "A later event revives a deprecated artifact; the history shows both."),
    .warning(
      "T008", "a lightweight tag with a name of GTO's",
      "It has no author and no date, and GTO does not see it.",
      kept: "all other tags; this one is listed among the ignored ones",
      help: "make it again as an annotated tag: git tag -a -f NAME NAME^{}"),
    .warning(
      "T009", "names that differ only in case",
      "Two artifacts would have one path on a host where case does not count.",
      kept: "both, under paths with a suffix", help: "deprecate the one that is a mistake"),
    .fine(
      "T010", "names with marks of HTML or of a shell",
      "Git lets tags hold < > & quotes and more. Every text is escaped where it is shown, and no "
        + "path is made of it as it stands."),
    .fine("T011", "names such as CON, index or ..", "Paths of the site are made to fit any host."),
    .fine("T012", "names that are equal in an address", "Each has a path of its own."),
    .fine(
      "T013", "versions with long numbers or build metadata",
      "Numbers of any length are compared exactly; what is no SemVer is T001."),
    .error(
      "T014", "a tag under another name",
      "The tag object says another name than the ref. Anybody who can push may put a signed tag "
        + "under another name, so its signature says nothing there.",
      kept: "the tag, read under the name inside, as GTO does",
      help: "delete the ref, and make the tag anew"),
    .warning(
      "T015", "a signature that does not hold",
      "rules.signed_tags asks for signatures. The tag's is bad, by an unknown or expired key, or "
        + "the program that verifies it is missing.",
      kept: "the version or stage is shown", help: "sign the tag anew with a known key"),
  ]
}
