import Digests
import GitStore
import Testing

@testable import Demo

struct RepositoryStoryTests {
  @Test func writesTagsAsGTODoes() {
    var story = RepositoryStory(name: "r")
    let commit = story.commit("Begin", by: .maren, at: .on(2025, 7, 1, 9, 0), files: [])
    let version = story.register(
      "a:m", "v1.0.0", on: commit, by: .maren, at: .on(2025, 7, 1, 9, 1))
    story.assign(version, to: "dev", by: .maren, at: .on(2025, 7, 1, 9, 2))
    story.unassign(version, from: "dev", by: .maren, at: .on(2025, 7, 1, 9, 3))
    story.assign("m", on: commit, to: "dev", by: .maren, at: .on(2025, 7, 1, 9, 4), message: "x")
    story.assign(version, to: "prod", by: .maren, at: .on(2025, 7, 1, 9, 5))
    story.deregister(version, by: .maren, at: .on(2025, 7, 1, 9, 6), message: "x")
    story.deprecate("a:m", on: commit, by: .maren, at: .on(2025, 7, 1, 9, 7), message: "x")
    #expect(
      story.tags.map(\.name) == [
        "a=m@v1.0.0", "a=m#dev#1", "a=m#dev!#2", "m#dev#1", "a=m#prod#3", "a=m@v1.0.0!",
        "a=m@deprecated",
      ])
    let stream = String(decoding: story.stream, as: UTF8.self)
    for message in [
      "Registering artifact a:m version v1.0.0",
      "Assigning stage dev to artifact a:m version v1.0.0",
      "Unassigning stage 'dev' to artifact 'a:m' version 'v1.0.0'",
    ] { #expect(stream.contains("\ndata \(message.utf8.count)\n\(message)\n")) }
  }

  @Test func writesTheWholeStream() {
    var story = RepositoryStory(name: "r")
    let files = [StoryFile("a", "é"), StoryFile("b", bytes: [0])]
    let first = story.commit("Begin", by: .arjun, at: .on(2024, 2, 29, 5, 30), files: files)
    story.commit(
      "Go on", by: .ines, at: .on(2025, 7, 1, 0, 59), files: [files[0], StoryFile("c", "x")],
      removing: ["b"])
    story.tag("t", on: first, by: .joerg, at: .on(2025, 12, 1, 12, 0), message: "T")
    story.lightweightTag("l", on: first)
    let arjun = "Arjun Deshpande <arjun.deshpande@northlight.example> 1709164804 +0530"
    let ines = "Inês Carvalho <ines.carvalho@northlight.example> 1751327958 +0100"
    let joerg = "Jörg Althaus <joerg.althaus@northlight.example> 1764586855 +0100"
    #expect(
      String(decoding: story.stream, as: UTF8.self) == """
        feature done
        commit refs/heads/main
        mark :1
        author \(arjun)
        committer \(arjun)
        data 6
        Begin

        M 100644 inline a
        data 3
        é

        M 100644 inline b
        data 1
        \0
        commit refs/heads/main
        mark :2
        author \(ines)
        committer \(ines)
        data 6
        Go on

        D b
        M 100644 inline c
        data 2
        x

        tag t
        from :1
        tagger \(joerg)
        data 1
        T
        reset refs/tags/l
        from :1
        done

        """)
  }

  /// Ties in time make GTO's answers surprising (`tags.md` §2.3, §2.5).
  @Test(arguments: Demo.stories.map(\.name))
  func timeOnlyGoesForward(name: String) throws {
    let story = try #require(Demo.stories.first { $0.name == name })
    let commits = story.commits.map(\.time.seconds)
    #expect(commits == commits.sorted())
    #expect(Set(story.tags.map(\.name)).count == story.tags.count)
    var last: [Substring: Int64] = [:]
    for tag in story.tags {
      let artifact = tag.name.prefix { $0 != "@" && $0 != "#" }
      #expect(tag.tagger.time.seconds > last[artifact, default: 0], "\(tag.name)")
      #expect(tag.tagger.time.seconds > commits[tag.commit.mark - 1], "\(tag.name)")
      last[artifact] = tag.tagger.time.seconds
    }
  }

  /// `git cat-file` and every lock file agree on what is in Git.
  @Test(arguments: [("churn", ""), ("vision", "ocr/")])
  func lockNamesTheFilesThatAreThere(name: String, folder: String) throws {
    let story = try #require(Demo.stories.first { $0.name == name })
    let lock = try #require(story.files["\(folder)dvc.lock"])
    let lines = String(decoding: lock, as: UTF8.self).split(separator: "\n")
    var checked = 0
    for (index, line) in lines.enumerated() {
      guard let path = line.split(separator: "- path: ").last, line.contains("- path: ") else {
        continue
      }
      guard let bytes = story.files[folder + path] else { continue }
      #expect(lines[index + 2] == "      md5: \(MD5.hex(of: bytes))", "\(path)")
      #expect(lines[index + 3] == "      size: \(bytes.count)", "\(path)")
      checked += 1
    }
    #expect(checked >= 5)
  }
}
