extension Explanation {
  /// Repositories and their objects.
  static let git: [Explanation] = [
    .stop(
      "G001", 66, "the repository does not exist",
      "There is nothing at the path that was given.",
      help: "check the path; the message names the folder beside it with the nearest name"),
    .stop(
      "G002", 66, "the folder is no repository",
      "Git finds no repository in the folder or above it, and none of its children is one.",
      help: "give the folder that holds .git, a bare repository, or a folder of repositories"),
    .error(
      "G003", "a repository on a server could not be fetched",
      "Git could not reach the server, was not let in, heard nothing for too long, or did not get what "
        + "the server had promised. Its own words stand in the message of the build.",
      kept: "what was fetched last, marked as stale; a build that never fetched it ends with 66",
      help: "try git ls-remote with the address: Vitrine asks as Git does, with your keys, "
        + "credential helpers and, where it is named, the variable of token_env"),
    .stop(
      "G004", 65, "an address that is refused",
      "It names a program for Git to run, begins like an option, holds characters that no address "
        + "has, or is of a scheme that Git does not speak.",
      help: "https://host/team/models.git, ssh://host/models.git or git@host:team/models.git"),
    .error(
      "G005", "the clone is shallow",
      "A shallow clone holds the newest commits only, so tags, versions and their files may be "
        + "missing. Checkouts of CI systems are shallow unless told otherwise.",
      kept: "the site shows what is there",
      help: "fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab), or git fetch --unshallow --tags"),
    .error(
      "G006", "an object is not in the clone",
      "A partial clone left the object on the server. Vitrine never fetches while it reads, since "
        + "the repository's own configuration would choose the program that does.",
      kept: "everything but what the object holds",
      help: "clone without --filter"),
    .note(
      "G007", "no GTO tags", "The repository has no tag that registers a version.",
      kept: "artifacts that are annotated at HEAD are listed as unregistered",
      help: "register a first version: vitrine register NAME --version v0.1.0"),
    .note(
      "G008", "no commits", "HEAD names a branch without a commit.",
      kept: "the repository is listed without models", help: "commit, then register a version"),
    .fine("G009", "a SHA-256 repository", "Ids of 64 digits are read like those of 40."),
    .stop(
      "G010", 66, "a format that this git does not know",
      "The repository uses an extension, such as reftable, of a newer git than the one here.",
      help: "upgrade git on the machine that builds"),
    .stop(
      "G011", 66, "the repository belongs to somebody else",
      "Git refuses to read a folder of another user, since its configuration could run programs. "
        + "Vitrine asks the user's own configuration which folders are trusted, and never works "
        + "around the check.",
      help: "if you trust it: git config --global --add safe.directory FOLDER"),
    .stop(
      "G012", 66, "git cannot read the repository",
      "A git command failed or ended early: files that this user may not read, or damage.",
      help: "run git fsck there, and check that this user may read every file below it"),
    .stop(
      "G013", 69, "git is missing or too old",
      "Vitrine reads repositories through git, 2.36 or newer.",
      help: "install or upgrade git, or put it on PATH"),
    .error(
      "G014", "a tag's object is missing",
      "The tag, or the commit that it points at, is not in the repository.",
      kept: "all other tags", help: "fetch the whole history, or run git fsck"),
    .warning(
      "G015", "a damaged ref", "Git names a ref that is empty or holds no id, and passes over it.",
      kept: "all other refs", help: "delete the damaged ref, or fetch it again"),
    .error(
      "G016", "a damaged object",
      "An object is there, but its contents do not fit its id or cannot be read.",
      kept: "everything but what the object holds",
      help: "run git fsck, and fetch the object again"),
    .warning(
      "G017", "a tag that points at no commit",
      "The tag points at a file or a folder; a version is a commit.",
      kept: "all other tags", help: "tag the commit instead"),
    .error(
      "G018", "a long chain of tags",
      "The tag points at a tag of a tag and so on, more than ten levels deep.",
      kept: "all other tags", help: "tag the commit itself"),
    .warning(
      "G019", "a very long message",
      "The message of a tag or commit is longer than 1 MiB.",
      kept: "its first 1 MiB", help: "write a short message, and keep long texts in a file"),
    .warning(
      "G020", "text of Git that is not UTF-8",
      "A name or message is in another encoding than the object says.",
      kept: "what can be read; the rest becomes U+FFFD",
      help: "make the tag anew with a message in UTF-8"),
    .warning(
      "G021", "a tagger or a date that cannot be",
      "The tag has no tagger with a name, an address and a date, or a date before Git was made or "
        + "after the year 2100. Dates decide which version holds a stage.",
      kept: "a date that is only odd is shown as it is; a tag without a tagger is left out",
      help: "make the tag anew with gto or vitrine, on a machine whose clock is right"),
    .note(
      "G022", "replaced objects",
      "The repository has replace refs or grafts, which show other objects or another history in "
        + "the place of the true ones. Ids would then no longer vouch for what is shown.",
      kept: "the true objects; replacements are ignored",
      help: "nothing, or rewrite the history for good and tag it anew"),
    .warning(
      "G023", "objects in another folder",
      "The repository borrows objects from another one through objects/info/alternates. What is "
        + "shown depends on a folder outside it.",
      kept: "everything, as long as the other folder is there",
      help: "git repack -a -d, then delete objects/info/alternates"),
    .fine(
      "G024", "a linked work tree or a submodule",
      "Where .git is a file, the repository that it names is read."),
    .fine("G025", "a bare repository or a mirror", "No work tree is needed."),
    .stop(
      "G026", 65, "one repository twice",
      "Two paths lead to one repository, or two repositories would have one name in the site.",
      help: "give it once, or give each an id in vitrine.yaml"),
    .note(
      "G027", "refs that changed during the build",
      "All of a site comes from the refs as they were when reading began.",
      kept: "the refs of the beginning", help: "build again"),
    .error(
      "G028", "too many refs",
      "The repository has more refs than limits.references in the configuration allows.",
      kept: "the first of them in the order of their names",
      help: "raise limits.references, or delete refs that nobody needs"),
    .error(
      "G029", "a damaged file of facts",
      "What vitrine collect wrote has been cut off or changed since.",
      kept: "all other repositories", help: "collect the repository again"),
    .stop(
      "G030", 65, "facts that do not fit",
      "A file for --from was written by another version, by other settings, or by something else.",
      help: "give collect and build the same version and configuration"),
  ]
}
