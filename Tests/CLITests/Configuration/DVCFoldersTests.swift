import Testing

@testable import CLI

/// The folders are those that DVC 3.67 names (`dvc.dirs`) with the same variables.
struct DVCFoldersTests {
  @Test(
    arguments: [
      ([:], ["/etc/xdg/dvc"]), (["HOME": "/h"], ["/etc/xdg/dvc", "/h/.config/dvc"]),
      (["HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_CONFIG_DIRS": "/a:/b"], ["/a/dvc", "/c/dvc"]),
      (
        ["HOME": "/h", "XDG_CONFIG_HOME": "c", "XDG_CONFIG_DIRS": "a:/b"],
        ["/b/dvc", "/h/.config/dvc"]
      ),
      (["HOME": "/h", "XDG_CONFIG_DIRS": ":"], ["/etc/xdg/dvc", "/h/.config/dvc"]),
      (
        [
          "HOME": "/h", "XDG_CONFIG_HOME": "/c", "DVC_SYSTEM_CONFIG_DIR": "/s",
          "DVC_GLOBAL_CONFIG_DIR": "/g",
        ],
        ["/s", "/g"]
      ),
    ] as [([String: String], [String])])
  func areThoseOfDVC(_ variables: [String: String], _ folders: [String]) {
    #expect(DVCFolders.configuration { variables[$0] } == folders)
  }
}
