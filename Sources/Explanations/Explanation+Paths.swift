extension Explanation {
  /// Files in commits.
  static let paths: [Explanation] = [
    .note(
      "P001", "a configured file that is not there",
      "records in the configuration names a file that no version of the repository has, or that "
        + "the latest version lost.",
      kept: "everything else; a warning where an older version has it",
      help: "mend the path in the configuration, or commit the file"),
    .warning(
      "P002", "a symbolic link",
      "A link in a repository may point anywhere on the machine that builds, so none is followed.",
      kept: "everything but what the link stands for", help: "commit the file itself"),
    .warning(
      "P003", "not a file",
      "A folder or a submodule stands where a file is needed.",
      kept: "everything but that item", help: "name a file"),
    .warning(
      "P004", "contents in Git LFS",
      "Git holds a pointer; the contents lie on an LFS server, which is not asked.",
      kept: "the size and the SHA-256 of the pointer",
      help: "commit small files such as metrics to Git itself"),
    .warning(
      "P005", "contents that DVC keeps elsewhere",
      "The file is neither in Git nor in DVC's cache nor in a remote that Vitrine reaches.",
      kept: "its MD5 and size", help: "dvc fetch, a storage command, or cache: false"),
    .error(
      "P006", "a path that leads out of the repository",
      "A path with .., an absolute one, or one with a drive letter names no file of the "
        + "repository, and none outside is ever read.",
      kept: "everything but that item", help: "write paths relative to the file they stand in"),
    .fine("P007", "odd bytes in paths", "Paths are compared as bytes and shown escaped."),
    .warning(
      "P008", "a file too large to read",
      "The file is larger than limits.file_size in the configuration.",
      kept: "everything else", help: "raise limits.file_size, or make the file smaller"),
    .warning(
      "P009", "an empty file", "The file holds nothing.", kept: "everything else",
      help: "write it, or leave it out"),
    .fine("P010", "one metric in two files", "Both are kept under the names of their files."),
    .warning(
      "P011", "a template that cannot be resolved",
      "An expression ${…}, a foreach or a matrix in dvc.yaml needs a value that is not there.",
      kept: "the text as written, and every other stage",
      help: "run dvc repro --dry, which resolves the same files"),
    .warning(
      "P012", "dvc.yaml and dvc.lock do not fit",
      "A stage, a file or a sum that one of them names is not in the other, or not at the commit.",
      kept: "what both agree on", help: "dvc repro or dvc commit, then commit dvc.lock"),
    .warning(
      "P013", "DVC's configuration cannot be read",
      "A line of .dvc/config is not what DVC writes.", kept: "the lines that can be read",
      help: "mend the line, or set it anew with dvc config"),
  ]
}
