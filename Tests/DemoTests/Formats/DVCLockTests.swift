import Testing

@testable import Demo

struct DVCLockTests {
  @Test func sortsStagesAndFiles() {
    let file = DVCLock.file([
      LockedStage(
        name: "b", command: "run b",
        inputs: [DVCEntry(StoryFile("y", "")), DVCEntry(StoryFile("x", ""))],
        parameters: "p:\n  q: 1", outputs: []),
      LockedStage(name: "a", command: "run a", inputs: [], outputs: []),
    ])
    #expect(file.path == "dvc.lock")
    #expect(
      String(decoding: file.bytes, as: UTF8.self) == """
        schema: '2.0'
        stages:
          a:
            cmd: run a
          b:
            cmd: run b
            deps:
            - path: x
              hash: md5
              md5: 68b329da9893e34099c7d8ad5cb9c940
              size: 1
            - path: y
              hash: md5
              md5: 68b329da9893e34099c7d8ad5cb9c940
              size: 1
            params:
              params.yaml:
                p:
                  q: 1

        """)
  }
}
