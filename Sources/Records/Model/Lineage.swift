package import Formats

/// How an artifact came to be: the stage that wrote it and all stages before it (`records.md` §2.5, §7).
package struct Lineage: Hashable, Sendable {
  /// The stages that lead to the artifact, each after those whose outputs it reads; the last one wrote
  /// the artifact.
  package let stages: [LineageStage]

  /// The `.dvc` file that tracks the artifact where no stage wrote it.
  package let tracker: String?

  /// The artifact itself, as the lock or the `.dvc` file knows it.
  package let artifact: LineageFile?

  /// Makes a lineage.
  package init(stages: [LineageStage], tracker: String?, artifact: LineageFile?) {
    self.stages = stages
    self.tracker = tracker
    self.artifact = artifact
  }

  /// The stage that wrote the artifact; nothing where it was added by hand.
  package var maker: LineageStage? { tracker == nil ? stages.last : nil }
}

/// A stage of a pipeline as it was run for a version.
package struct LineageStage: Hashable, Sendable {
  /// As DVC addresses it: `train`, `train@us`; with the file in front below the root,
  /// `nlp/dvc.yaml:train`.
  package let name: String

  /// The dvc.yaml or dvc.lock that speaks of it.
  package let file: String

  /// What it runs, a line for each command; from the lock where there is one.
  package let commands: [String]
  package let inputs: [LineageFile]
  package let outputs: [LineageFile]

  /// The params that it was run with, as dvc.lock recorded them.
  package let params: [LineageParam]

  /// Makes a stage.
  package init(
    name: String, file: String, commands: [String], inputs: [LineageFile], outputs: [LineageFile],
    params: [LineageParam]
  ) {
    self.name = name
    self.file = file
    self.commands = commands
    self.inputs = inputs
    self.outputs = outputs
    self.params = params
  }
}

/// A param as the lock recorded it when the stage ran.
package struct LineageParam: Hashable, Sendable {
  package let file: String
  package let key: String
  package let value: DataValue

  /// Makes a param.
  package init(file: String, key: String, value: DataValue) {
    self.file = file
    self.key = key
    self.value = value
  }
}

/// An input or output of a stage.
package struct LineageFile: Hashable, Sendable {
  /// What lies at the path.
  package enum Kind: String, Hashable, Sendable { case file, folder, external }

  /// Where a file that no stage of the pipeline writes comes from.
  package enum Origin: Hashable, Sendable {
    /// The name of the stage that wrote it.
    case stage(String)
    /// It lies in Git itself.
    case git
    /// A `.dvc` file tracks it.
    case tracked(by: String)
    /// `dvc import` took it from another repository: its address without credentials, what was asked
    /// for, and the commit that this meant.
    case imported(repository: String, path: String, revision: String?, lockedRevision: String?)
    /// `dvc import-url` took it from an address, given without credentials.
    case downloaded(address: String)
    /// Nobody says.
    case unknown
  }

  /// Relative to the repository's root; an address for what lies outside.
  package let path: String
  package let kind: Kind

  /// In bytes; of all files of a folder together.
  package let size: Int?

  /// The number of files in a folder.
  package let fileCount: Int?
  package let hashes: [ContentHash]
  package let origin: Origin

  /// Makes a file.
  package init(
    path: String, kind: Kind, size: Int?, fileCount: Int?, hashes: [ContentHash], origin: Origin
  ) {
    self.path = path
    self.kind = kind
    self.size = size
    self.fileCount = fileCount
    self.hashes = hashes
    self.origin = origin
  }
}
