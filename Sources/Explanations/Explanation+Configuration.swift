extension Explanation {
  /// The configuration and the command line.
  static let configuration: [Explanation] = [
    .stop(
      "F001", 65, "no configuration", "The file that -c names cannot be read.",
      help: "check the path, or write one with vitrine init"),
    .stop(
      "F002", 65, "a configuration that is not YAML", "The message shows the place.",
      help: "mend the line"),
    .stop(
      "F003", 65, "an unknown key in the configuration",
      "A misspelt key would be ignored in silence, so none is.",
      help: "the message names the nearest key"),
    .stop(
      "F004", 65, "a value that does not fit its key", "The message says what was expected.",
      help: "write one of the values that the message names"),
    .fine(
      "F005", "the configuration's version",
      "The file has no version number: keys are added and keep their meaning."),
    .stop(
      "F006", 65, "an address that is none",
      "base_url begins with https:// or http:// and has neither query nor fragment; a missing slash "
        + "at its end is added.",
      help: "write the address under which the site is published"),
    .stop(
      "F007", 65, "a pattern that is none",
      "Patterns know * and ? only, and stay inside the repository.", help: "mend the pattern"),
    .note(
      "F008", "stages that do not fit the configuration",
      "A stage of the configuration is used by no tag, or, with a warning, one in use is not in "
        + "the configuration's list.",
      kept: "all of them; those that are not listed come last",
      help: "mend the list of stages, or the tags"),
    .fine("F009", "colours below contrast", "Stages choose among tested styles, not colours."),
    .fine("F010", "one name in two repositories", "Both are shown, as repository/name."),
    .stop(
      "F011", 65, "an address that would run",
      "A link of the configuration begins neither with https:// nor with http://; others may run "
        + "something where a reader clicks on them.",
      help: "write an address of the web"),
    .warning(
      "F012", "a password or token in the configuration",
      "A text looks like a password or token. Configurations are committed, and what is committed "
        + "is read by others.",
      kept: "everything; it is never printed",
      help: "revoke it, and let git or the storage command read it from the environment"),
    .fine("F013", "unknown options", "Status 64 and the nearest option; nothing is read."),
    .fine("F014", "options that contradict each other", "Status 64; nothing is read."),
    .fine(
      "F015", "keys in capital letters, and a byte order mark",
      "The mark is accepted; F003 says the rest."),
    .stop(
      "F016", 65, "a variable that is not set",
      "token_env names an environment variable that holds a repository's token, and it is not there "
        + "or empty.",
      help: "export it where the build runs; in CI, from the store of protected variables"),
  ]
}
