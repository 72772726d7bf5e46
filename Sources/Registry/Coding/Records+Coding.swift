import Formats
import Records

extension VersionRecords: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(metrics)
    facts.put(params)
    facts.put(unavailable)
    facts.put(lineage)
    facts.put(contents)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      metrics: try facts.take(), params: try facts.take(), unavailable: try facts.take(),
      lineage: try facts.take(), contents: try facts.take())
  }
}

extension RecordFile: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(path)
    facts.put(value)
    facts.put(isOwn)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(path: try facts.take(), value: try facts.take(), isOwn: try facts.take())
  }
}

extension UnavailableRecord.Kind: FactCoded {}

extension UnavailableRecord: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(path)
    facts.put(kind)
    facts.put(reason)
    facts.put(hash)
    facts.put(size)
    facts.put(help)
    facts.put(isOwn)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      path: try facts.take(), kind: try facts.take(), reason: try facts.take(),
      hash: try facts.take(), size: try facts.take(), help: try facts.take(),
      isOwn: try facts.take())
  }
}

extension ArtifactContents.Storage: FactCoded {}

extension ArtifactContents.Remote: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(name)
    facts.put(url)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(name: try facts.take(), url: try facts.take())
  }
}

extension ArtifactContents: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(storage)
    facts.put(isFolder)
    facts.put(size)
    facts.put(fileCount)
    facts.put(hashes)
    facts.put(remote)
    facts.put(address)
    facts.put(files)
    facts.put(gap)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      storage: try facts.take(), isFolder: try facts.take(), size: try facts.take(),
      fileCount: try facts.take(), hashes: try facts.take(), remote: try facts.take(),
      address: try facts.take(), files: try facts.take(), gap: try facts.take())
  }
}

extension ArtifactContents.Gap: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(code)
    facts.put(reason)
    facts.put(help)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(try facts.take(), reason: try facts.take(), help: try facts.take())
  }
}

/// Written as what they come to: how files are found in remotes may involve credentials, which no file
/// must hold.
extension ArtifactFiles: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(Array(self))
    facts.put(bucket)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(told: try facts.take(), bucket: try facts.take())
  }
}

extension ArtifactFiles.Bucket: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(endpoint)
    facts.put(region)
    facts.put(account)
    facts.put(keepsVersions)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      endpoint: try facts.take(), region: try facts.take(), account: try facts.take(),
      keepsVersions: try facts.take())
  }
}

extension ArtifactFile: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(path)
    facts.put(size)
    facts.put(hashes)
    facts.put(urls)
    facts.put(git)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      path: try facts.take(), size: try facts.take(), hashes: try facts.take(),
      urls: try facts.take(), git: try facts.take())
  }
}

extension ArtifactFile.GitPlace: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(path)
    facts.put(blob)
    facts.put(isPointer)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(path: try facts.take(), blob: try facts.take(), isPointer: try facts.take())
  }
}
