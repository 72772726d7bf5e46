/// Models outside Git, and where they came from (`records.md` §8 to §10).
extension DVCFixture {
  /// The contents of the models below.
  static let weights = DVCObject("weights of a model\n")
  static let oldWeights = DVCObject("line one\r\nline two\r\n", isLegacy: true)
  static let bundle = DVCObject(folder: [
    "tokens/vocab.txt": DVCObject("a\nb\n"), "weights.bin": weights,
  ])

  /// A stage's output in remotes of the web: by DVC 2, by DVC 3, and in another remote.
  static let addresses = DVCFixture(
    name: "addresses", storage: .nowhere,
    commits: [
      DVCCommit("v1.0.0", produced(oldWeights, "https://store.example/pre/")),
      DVCCommit("v2.0.0", produced(weights, "https://store.example/pre/")),
      DVCCommit("v3.0.0", produced(weights, "https://other.example/new")),
      DVCCommit("v4.0.0", produced(bundle, "https://other.example/new")),
    ])

  /// A file in a tracked folder; in the second version nobody has the folder's list.
  static let insideFolder = DVCFixture(
    name: "inside",
    commits: [
      DVCCommit("v1.0.0", folderFiles(bundle), objects: [bundle, weights]),
      DVCCommit("v2.0.0", folderFiles(DVCObject(folder: ["weights.bin": DVCObject("lost")]))),
    ])

  /// Models that were added or imported.
  static let imports = DVCFixture(
    name: "imports",
    commits: [
      DVCCommit("v1.0.0", tracked("deps: []\nfrozen: false\n")),
      DVCCommit(
        "v2.0.0",
        tracked(
          """
          frozen: true
          deps:
          - path: out/model.pkl
            repo:
              url: https://user:hunter2@git.example/team/models.git
              rev: v7
              rev_lock: \(String(repeating: "ab", count: 20))

          """)),
      DVCCommit(
        "v3.0.0",
        tracked(
          """
          frozen: true
          deps:
          - {path: 'https://files.example/model.pkl', etag: '"5f-1"', size: 95}

          """)),
      DVCCommit(
        "v4.0.0",
        [
          "models/m.pkl.dvc": """
          frozen: true
          deps:
          - path: s3://bucket/model.pkl
          outs:
          - path: m.pkl
          """
        ]),
    ])

  /// A remote that keeps the versions of its objects by itself.
  static let versioned = DVCFixture(
    name: "versioned",
    commits: [
      DVCCommit(
        "v1.0.0",
        [
          ".dvc/config": """
          [core]
              remote = cloud
          ['remote "cloud"']
              url = s3://bkt/p
              version_aware = true
          """,
          "dvc.yaml": artifact,
          "model.pkl.dvc": """
          outs:
          - path: model.pkl
            hash: md5
            md5: \(weights.md5)
            size: \(weights.text.utf8.count)
            cloud:
              cloud: {etag: etag-1, version_id: VER1}
          """,
        ])
    ])

  private static func produced(_ object: DVCObject, _ remote: String) -> [String: String] {
    [
      ".dvc/config": "[core]\n    remote = web\n['remote \"web\"']\n    url = \(remote)\n",
      "dvc.yaml": """
      \(artifact)
      stages:
        train: {cmd: python train.py, deps: [train.py], outs: [model.pkl]}
      """,
      "train.py": "print(1)\n",
      "dvc.lock": """
      schema: '2.0'
      stages:
        train:
          cmd: python train.py
          deps:
          - {path: train.py, hash: md5, md5: \(DVCObject("print(1)\n").md5), size: 9}
          outs:
          - \(object.entry("model.pkl"))
      """,
    ]
  }

  private static func folderFiles(_ folder: DVCObject) -> [String: String] {
    [
      "dvc.yaml": "artifacts:\n  m: {path: models/best/weights.bin, type: model}\n",
      "models/best.dvc": "outs:\n- \(folder.entry("best"))\n",
    ]
  }

  private static func tracked(_ origin: String) -> [String: String] {
    [
      "dvc.yaml": "artifacts:\n  m: {path: models/m.pkl, type: model}\n",
      "models/m.pkl.dvc": origin + "outs:\n- \(weights.entry("m.pkl"))\n",
    ]
  }
}
