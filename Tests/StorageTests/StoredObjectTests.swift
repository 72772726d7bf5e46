import Records
import Storage
import Testing

struct StoredObjectTests {
  private let hash = ContentHash(.md5, "ab56b4d92b40713acc5af89985d4b786")
  private let versions = [TrackedOutput.CloudVersion(remote: "r", versionID: "1")]

  @Test(arguments: [("", "cv/data"), ("cv", "data"), ("nlp", ""), ("c", "")])
  func outputs(project: String, path: String) {
    let output = TrackedOutput(
      path: "cv/data", file: "cv/dvc.lock", stage: "train", hash: hash, isFolder: true, size: 7,
      remote: "r", versions: versions)
    let object = StoredObject(output, inProject: project)
    #expect(
      object
        == StoredObject(
          hash: hash, isFolder: true, size: 7, remote: "r", versions: versions, path: path))
  }

  @Test(arguments: [("a/b.json", "data/a/b.json"), ("../x", ""), ("/etc/passwd", "")])
  func filesOfOutputs(file: String, path: String) {
    let file = TrackedOutput.File(path: file, hash: hash, size: 3, versions: versions)
    let output = TrackedOutput(
      path: "cv/data", file: "cv/dvc.lock", stage: nil, hash: nil, isFolder: true, size: 7,
      remote: "r", files: [file])
    let object = StoredObject(file, of: output, inProject: "cv")
    #expect(
      object == StoredObject(hash: hash, size: 3, remote: "r", versions: versions, path: path))
  }
}
