/// Metrics that lie outside Git (`records.md` §7 to §9).
extension DVCFixture {
  static let stored = [
    outputs(name: "cached", storage: .cache, config: ""),
    outputs(
      name: "absolute", storage: .remote,
      config: """
        [core]
            remote = store
        ['remote "store"']
            url = {folder}/remote
        """),
    outputs(
      name: "remote", storage: .remote, needsCheckout: true,
      config: """
        [core]
            remote = Store
        ['remote "store"']
            url = ../../../remote
        """),
    outputs(
      name: "chained", storage: .remote, needsCheckout: true,
      config: """
        [core]
            remote = sub
        ['remote "base"']
            url = ../../..
        [remote "sub"]
            url = remote://base/remote
        """),
    unreachable,
  ]

  /// Metrics in a remote that a web server serves.
  static let served = outputs(
    name: "served", storage: .remote,
    config: """
      [core]
          remote = web
      ['remote "web"']
          url = {address}/remote
      """)

  /// Metrics in a cloud that only a configured command reaches.
  static let commanded = outputs(
    name: "commanded", storage: .remote,
    config: """
      [core]
          remote = cloud
      ['remote "cloud"']
          url = s3://bucket/pre
      """)

  /// Metrics as outputs of DVC 3 and DVC 2, alone and in folders, and a `.dvc` file.
  private static func outputs(
    name: String, storage: Storage, needsCheckout: Bool = false, config: String
  ) -> DVCFixture {
    DVCFixture(
      name: name, storage: storage, needsCheckout: needsCheckout,
      commits: [
        outputs("v1.0.0", value: 1, config: config), outputs("v2.0.0", value: 2, config: config),
      ])
  }

  private static func outputs(_ version: String, value: Int, config: String) -> DVCCommit {
    let metrics = DVCObject("{\"f1\": 0.\(value)0}\n")
    let legacy = DVCObject("{\"old\":\r\n 0.\(value)}\r\n", isLegacy: true)
    let test = DVCObject("{\"test\": \(value)}")
    let train = DVCObject("train: \(value)\n")
    let folder = DVCObject(folder: ["metrics.json": test, "深い/train.yaml": train])
    let added = DVCObject("added: \(value)\n")
    return DVCCommit(
      version,
      [
        ".dvc/config": config,
        ".gitignore": "/metrics.json\n/old.json\n/eval\n/added.yaml\n",
        "dvc.yaml": """
        \(artifact)
        metrics: [eval, added.yaml]
        stages:
          train:
            cmd: python train.py
            outs: [eval]
            metrics: [metrics.json]
          old:
            cmd: python old.py
            metrics: [old.json]
        """,
        "dvc.lock": """
        schema: '2.0'
        stages:
          train:
            cmd: python train.py
            outs:
            - \(metrics.entry("metrics.json"))
            - \(folder.entry("eval"))
          old:
            cmd: python old.py
            outs:
            - \(legacy.entry("old.json"))
        """,
        "added.yaml.dvc": "outs:\n- \(added.entry("added.yaml"))\n",
      ], objects: [metrics, legacy, test, train, folder, added])
  }

  /// Metrics whose objects nobody has any more.
  private static let unreachable: DVCFixture = {
    let lost = DVCObject(#"{"f1": 0.5}"#)
    return DVCFixture(
      name: "unreachable", storage: .nowhere, unreadable: ["lost.json"],
      commits: [
        DVCCommit(
          "v1.0.0",
          [
            "dvc.yaml": """
            \(artifact)
            metrics: [here.json]
            stages:
              train: {cmd: echo, metrics: [lost.json]}
            """,
            "here.json": #"{"auc": 0.7}"#,
            "dvc.lock": """
            schema: '2.0'
            stages:
              train:
                cmd: echo
                outs:
                - \(lost.entry("lost.json"))
            """,
          ], objects: [lost])
      ])
  }()
}
