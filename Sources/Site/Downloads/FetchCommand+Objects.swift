import Records
import Registry

/// Commands that fetch a single object from where it lies.
extension FetchCommand {
  /// The command for an artifact that is one file; of a folder's files there may be thousands.
  static func objects(
    _ contents: ArtifactContents?, _ version: Version, in files: [ArtifactFile]
  ) -> [FetchCommand] {
    guard let contents, !contents.isFolder, files.count == 1, let file = files.first,
      !file.path.hasPrefix("-"), let command = command(for: file, of: contents)
    else { return [] }
    guard let hash = file.hashes.first(where: { $0.algorithm == .md5 }) else { return [command] }
    let sum = ShellWord.quoted("\(hash.value)  \(file.path)")
    return [FetchCommand(tool: command.tool, line: "\(command.line) && echo \(sum) | md5sum -c")]
  }

  private static func command(
    for file: ArtifactFile, of contents: ArtifactContents
  ) -> FetchCommand? {
    let remote = contents.files.bucket
    // A bucket is seldom public: its own program brings the credentials.
    guard let address = file.urls.last, let mark = address.firstRange(of: "://") else { return nil }
    let scheme = address[..<mark.lowerBound]
    let rest = address[mark.upperBound...]
    switch scheme {
    case "http", "https":
      return FetchCommand(tool: "curl", line: ShellWord.command("curl", "-fLo", file.path, address))
    case "s3": return s3(address, rest, to: file.path, remote)
    case "gs":
      return FetchCommand(
        tool: "Google Cloud", line: ShellWord.command("gcloud", "storage", "cp", address, file.path)
      )
    case "azure": return azure(rest, to: file.path, remote)
    case "ssh": return ssh(rest, to: file.path)
    default: return nil
    }
  }

  private static func s3(
    _ address: String, _ rest: Substring, to path: String, _ remote: ArtifactFiles.Bucket?
  ) -> FetchCommand {
    let server = remote?.endpoint.map { ["--endpoint-url", $0] } ?? []
    let region = remote?.region.map { ["--region", $0] } ?? []
    let options = ["aws"] + server + region
    let parts = rest.split(separator: "?versionId=", maxSplits: 1)
    guard remote?.keepsVersions == true, parts.count == 2, let version = parts.last,
      let bucket = parts[0].split(separator: "/").first
    else {
      return FetchCommand(
        tool: "AWS", line: ShellWord.command(options + ["s3", "cp", address, path]))
    }
    let key = parts[0].dropFirst(bucket.count + 1)
    return FetchCommand(
      tool: "AWS",
      line: ShellWord.command(
        options + [
          "s3api", "get-object", "--bucket", String(bucket), "--key", String(key), "--version-id",
          String(version), path,
        ]))
  }

  private static func azure(
    _ rest: Substring, to path: String, _ remote: ArtifactFiles.Bucket?
  ) -> FetchCommand? {
    let parts = rest.split(separator: "?versionid=", maxSplits: 1)
    guard let object = parts.first, let container = object.split(separator: "/").first else {
      return nil
    }
    // Without it, the program takes the account from the reader's own environment.
    let account = remote?.account.map { ["--account-name", $0] } ?? []
    let version = parts.count == 2 ? ["--version-id", String(parts[1])] : []
    let words = [
      "--container-name", String(container), "--name",
      String(object.dropFirst(container.count + 1)), "--file", path, "--auth-mode", "login",
    ]
    return FetchCommand(
      tool: "Azure",
      line: ShellWord.command(["az", "storage", "blob", "download"] + account + words + version))
  }

  private static func ssh(_ rest: Substring, to path: String) -> FetchCommand? {
    guard let slash = rest.firstIndex(of: "/"), !rest.hasPrefix("-") else { return nil }
    let server = rest[..<slash].split(separator: ":", maxSplits: 1)
    guard let host = server.first else { return nil }
    let port = server.count == 2 ? ["-P", String(server[1])] : []
    return FetchCommand(
      tool: "SSH", line: ShellWord.command(["scp"] + port + ["\(host):\(rest[slash...])", path]))
  }
}
