import Glibc

extension PublishError: CustomStringConvertible {
  /// What happened and where, what follows from it, and what helps: one line each.
  package var description: String {
    "\(summary) [\(code)]\n  = note: \(consequence)\n  = help: \(help)"
  }

  /// The stable code of the problem (`bad-input.md`, group O).
  package var code: String {
    switch self {
    case .refused(_, let refusal): refusal.code
    case .locked: "O008"
    case .system, .unconfirmed: "O006"
    case .badPath: "O011"
    }
  }

  /// What happened, and where, in one line.
  package var summary: String {
    switch self {
    case .refused(let folder, let refusal):
      "cannot publish to \(quoted(folder)): \(refusal.reason)"
    case .locked(let folder, let process):
      "another build is writing \(quoted(folder))"
        + (process.map { " (process \($0))" } ?? "")
    case .system(let failure), .unconfirmed(let failure):
      "cannot \(failure.action) \(quoted(failure.path)): \(systemText(failure.code))"
    case .badPath(let path, let flaw):
      "the site asked for a file named \(quoted(path)), \(flaw.reason)"
    }
  }

  /// What follows from it for the reader, in one line.
  package var consequence: String {
    switch self {
    case .refused(_, .foreignFileInTheWay), .refused(_, .replacedMeanwhile):
      "nothing was published; the folder is as it was"
    case .refused: "nothing was read and nothing was written"
    case .locked: "this build stopped at once and changed nothing"
    case .system:
      "the new site was not published; a site already there stays, and the next build tidies up"
    case .unconfirmed:
      "readers see the new site, but it may not be on the disk yet"
    case .badPath: "nothing was published; the folder is as it was"
    }
  }

  /// What to do about it, in one line.
  package var help: String {
    switch self {
    case .refused(_, let refusal): refusal.help
    case .locked: "wait for the other build to end, or give another folder with --output"
    case .system(let failure), .unconfirmed(let failure): failure.help
    case .badPath:
      "this is a mistake in Vitrine; please report it with the repository that shows it"
    }
  }
}

extension Refusal {
  fileprivate var code: String {
    switch self {
    case .symbolicLink, .foreignLink, .folderInPlaceOfLink, .notAFolder: "O004"
    case .notWritable: "O005"
    case .foreignFiles, .foreignFileInTheWay, .replacedMeanwhile: "O002"
    case .damagedMarker, .newerMarker: "O013"
    case .noPath, .nameTooLong, .isOrHoldsRoot, .isOrHoldsHome, .isOrHoldsCurrentFolder,
      .isOrHoldsRepository, .insideRepository, .insideGitFolder, .holdsGitFolder:
      "O001"
    }
  }

  fileprivate var reason: String {
    switch self {
    case .noPath: "the path is empty or holds a NUL character"
    case .nameTooLong: "its name is too long"
    case .symbolicLink: "it is a symbolic link"
    case .foreignLink: "it is a symbolic link, and not one that Vitrine has made"
    case .folderInPlaceOfLink: "it is a folder that no link can take the place of in one step"
    case .notAFolder: "it is not a folder, or a part of its path is not"
    case .isOrHoldsRoot: "it is the root of the file system"
    case .isOrHoldsHome: "it is your home folder, or the home folder lies in it"
    case .isOrHoldsCurrentFolder: "it is the current folder, or the current folder lies in it"
    case .isOrHoldsRepository(let path): "it is or holds the source repository \(quoted(path))"
    case .insideRepository(let path): "it lies inside the source repository \(quoted(path))"
    case .insideGitFolder: "it lies inside a .git folder"
    case .holdsGitFolder: "it holds a .git folder, so it is somebody's repository"
    case .notWritable(let reason): "it or the folder around it cannot be written (\(reason))"
    case .foreignFiles(let first, let count):
      "it is not empty and was not written by Vitrine; it holds "
        + first.map(quoted).joined(separator: ", ")
        + (count > first.count ? " and \(count - first.count) more" : "")
    case .damagedMarker: "its list of files, \(SiteManifest.fileName), is damaged"
    case .newerMarker(let format):
      "it was written by a newer Vitrine (format \(format); this one knows \(SiteManifest.format))"
    case .foreignFileInTheWay(let path):
      "the site needs the place of \(quoted(path)), which Vitrine did not write"
    case .replacedMeanwhile: "something else was put in its place during the build"
    }
  }

  fileprivate var help: String {
    switch self {
    case .noPath: "name a folder with --output"
    case .nameTooLong: "give a name of at most \(OutputLocation.longestName) bytes"
    case .symbolicLink:
      "name the folder that the link points to; to go on with a link of Vitrine's, --publish switch"
    case .foreignLink: "name the folder that the link points to, or remove the link"
    case .folderInPlaceOfLink: "move it away, and build again"
    case .notAFolder, .isOrHoldsRoot, .isOrHoldsHome, .isOrHoldsCurrentFolder,
      .isOrHoldsRepository, .insideGitFolder:
      "give a folder of its own for the site, new or empty"
    case .insideRepository: "give a folder beside the repository, such as ../site"
    case .holdsGitFolder: "build into a folder of its own, then copy the site into the work tree"
    case .notWritable: "give a folder, in a folder, that you may write to"
    case .foreignFiles: "give a new or empty folder, or empty this one yourself"
    case .damagedMarker: "if the folder holds only a site, remove it and build again"
    case .newerMarker: "use the newer Vitrine, or give another folder"
    case .foreignFileInTheWay: "move that file away and build again"
    case .replacedMeanwhile: "see what else writes there, and build again"
    }
  }
}

extension PathFlaw {
  fileprivate var reason: String {
    switch self {
    case .empty: "which is empty"
    case .absolute: "which is not relative to the site"
    case .emptyPart: "which has an empty part"
    case .dotPart: "which has a part '.' or '..'"
    case .controlCharacter: "which has a control character"
    case .partTooLong: "which has a part longer than \(RelativePath.longestPart) bytes"
    case .tooLong: "which is longer than \(RelativePath.longest) bytes"
    case .reserved: "which is kept for the list of files"
    case .writtenTwice: "which is written already"
    case .fileAndFolder: "which is a file and a folder at once"
    }
  }
}

extension SystemFailure {
  fileprivate var help: String {
    switch code {
    case ENOSPC: "free some space: a build needs room for the changed part of a second site"
    case EDQUOT: "your disk quota is used up; free some space"
    case EACCES, EPERM: "check the owner and the permissions of the path"
    case EROFS: "the file system is mounted read-only"
    case EMFILE, ENFILE: "raise the limit on open files (ulimit -n), or lower --jobs"
    case EIO: "the disk reports a fault; look at the system's log"
    default: "check the path and build again"
    }
  }
}

/// Returns the C library's text for an error number, in English whatever the locale.
func systemText(_ code: Int32) -> String {
  // The program never calls setlocale, so the C library answers in the C locale.
  var text = [CChar](repeating: 0, count: 256)
  guard unsafe strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
  return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// Returns a name between quotes, with what could steer a terminal or a CI log made visible.
func quoted(_ name: String) -> String {
  var shown = "'"
  for scalar in name.unicodeScalars {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown + "'"
}
