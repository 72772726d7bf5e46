/// Pipelines: where files are looked for, and what stands in `${…}` (`records.md` §2 and §3).
extension DVCFixture {
  static let pipelines = [
    nested, keys, templates, moved, monorepo("cv"), monorepo("nlp"), live, oldLive, ignored,
  ]

  /// Several dvc.yaml files with their own folders.
  private static let nested = DVCFixture(
    name: "nested",
    commits: [
      DVCCommit(
        "v1.0.0",
        [
          "dvc.yaml": "\(artifact)metrics: [metrics.json]\n",
          "metrics.json": #"{"f1": 0.5}"#,
          "params.yaml": "lr: 0.1\n",
          "nlp/dvc.yaml": """
          metrics: [../shared/all.json, ./eval/dir]
          params: [more.yaml]
          stages:
            train:
              wdir: src
              cmd: python train.py
              params: [lr, ../../conf.json: [opt.name]]
              metrics: [m.json: {cache: false}, ../n.yaml: {cache: false}]
          """,
          "nlp/src/params.yaml": "lr: 0.2\nunused: 1\n",
          "nlp/params.yaml": "shadow: 1\n",
          "nlp/more.yaml": "a: 1\n",
          "nlp/src/m.json": #"{"loss": 1.0}"#,
          "nlp/n.yaml": "n: 1\n",
          "nlp/eval/dir/plain": "p: 1\n",
          "nlp/eval/dir/x.json": #"{"x": 1}"#,
          "nlp/eval/dir/deep/y.toml": "y = 1\n",
          "shared/all.json": #"{"all": 1}"#,
          "conf.json": #"{"opt": {"name": "adam", "eps": 1}}"#,
        ]),
      DVCCommit("v2.0.0", ["nlp/src/m.json": #"{"loss": 0.5}"#, "nlp/eval/dir/z": "z: 2\n"]),
    ])

  /// Which part of a params file a key names: patterns and places in lists do, a dotted key doesn't.
  private static let keys = DVCFixture(
    name: "keys",
    commits: [
      DVCCommit(
        "v1.0.0",
        [
          "dvc.yaml": artifact,
          "sub/dvc.yaml": """
          stages:
            train:
              cmd: echo
              params: ["tr*.lr", layers.0, a.b, other.json: [x.y, "list.*"]]
          """,
          "sub/params.yaml": """
          train: {lr: 1, n: 2}
          trial: {lr: 3}
          layers: [5, 6]
          "a.b": 7
          a: {b: 8}
          """,
          "sub/other.json": #"{"x": {"y": [1, {"z": 2.50}]}, "list": [1, 2], "no": 3}"#,
        ])
    ])

  /// Variables, `foreach` and `matrix`.
  private static let templates = DVCFixture(
    name: "templates",
    commits: [
      DVCCommit("v1.0.0", templateFiles),
      DVCCommit(
        "v2.0.0",
        [
          "params.yaml": "dir: second\nlist: [x]\nlr: 0.2\nmodels: {us: {n: 1}}\n",
          "second/m.json": #"{"f1": 0.6}"#, "m-x.json": #"{"x": 2}"#,
        ]),
    ])

  private static let templateFiles = [
    "dvc.yaml": """
    \(artifact)
    vars:
      - extra.toml
      - some.json:keep,also
      - inline: {deep: [a, b], sci: 0.00001, flag: true, none: null, one: 1.0}
      - models: {eu: {n: 2}}
    metrics: ["${dir}/m.json"]
    stages:
      train:
        vars: [own: {name: own}]
        cmd: echo ${tom.val} ${tom.list[1]} ${inline.deep[0]} ${lr} ${keep}
        metrics:
          - ${own.name}.json: {cache: false}
          - n-${inline.flag}-${inline.one}-${inline.sci}.json: {cache: false}
      lists:
        foreach: ${list}
        do:
          cmd: echo ${item} \\${lit}
          metrics: ["m-${item}.json": {cache: false}]
      maps:
        foreach: ${models}
        do:
          cmd: echo ${key} ${item.n}
          metrics: ["${key}.yaml": {cache: false}]
      records:
        foreach: [{id: r0, lr: 0.1}, {id: r1, lr: 0.2}]
        do:
          cmd: echo ${item.lr}
          metrics: ["${item.id}.json": {cache: false}]
      grid:
        matrix: {row: [r1, r2], value: "${list}"}
        cmd: echo ${item.row} ${item.value}
        metrics: ["g-${key}.json": {cache: false}]
    """,
    "params.yaml": "dir: first\nlist: [x, y]\nlr: 0.1\nmodels: {us: {n: 1}}\n",
    "extra.toml": "[tom]\nval = 1\nlist = [10, 20]\nunused = 3\n",
    "some.json": #"{"keep": "k", "also": 1, "dropped": 2}"#,
    "first/m.json": #"{"f1": 0.5}"#,
    "own.json": #"{"own": 1}"#,
    "n-true-1.0-1e-05.json": #"{"n": 1}"#,
    "m-x.json": #"{"x": 1}"#, "m-y.json": #"{"y": 1}"#,
    "us.yaml": "n: 1\n", "eu.yaml": "n: 2\n",
    "r0.json": #"{"r": 0}"#, "r1.json": #"{"r": 1}"#,
    "g-r1-x.json": #"{"g": 1}"#, "g-r1-y.json": #"{"g": 2}"#,
    "g-r2-x.json": #"{"g": 3}"#, "g-r2-y.json": #"{"g": 4}"#,
  ]

  /// The metrics file changes its place from version to version.
  private static let moved = DVCFixture(
    name: "moved",
    commits: [
      DVCCommit(
        "v1.0.0",
        [
          "dvc.yaml": "\(artifact)metrics: [metrics.json]\n",
          "metrics.json": #"{"f1": 0.50, "auc": 0.70}"#,
        ]),
      DVCCommit(
        "v2.0.0",
        [
          "dvc.yaml": "\(artifact)metrics: [evaluation/metrics.json]\n",
          "evaluation/metrics.json": #"{"f1": 0.60, "auc": 0.70}"#,
        ], removed: ["metrics.json"]),
      DVCCommit(
        "v3.0.0",
        [
          "dvc.yaml": "\(artifact)metrics: [evaluation/all.yaml]\n",
          "evaluation/all.yaml": "f1: 0.65\nauc: 0.75\n",
        ], removed: ["evaluation/metrics.json"]),
    ])

  /// Two DVC projects, and none at the root; DVC is asked in one of them, which the model is in.
  private static func monorepo(_ project: String) -> DVCFixture {
    let other = project == "cv" ? "nlp" : "cv"
    let artifact = "artifacts:\n  seg: {path: seg.pt, type: model}\n"
    return DVCFixture(
      name: "monorepo-\(project)", projects: [project], tagName: "\(project)=seg",
      commits: [
        DVCCommit(
          "v1.0.0",
          [
            "cv/dvc.yaml": "\(artifact)metrics: [m.json]\n", "cv/m.json": #"{"iou": 0.5}"#,
            "cv/params.yaml": "lr: 0.1\n",
            "nlp/dvc.yaml": "\(artifact)metrics: [m.json]\nparams: [p.toml]\n",
            "nlp/m.json": #"{"bleu": 30.1}"#, "nlp/p.toml": "beam = 4\n",
            "\(other)/.dvc/config": "", "params.yaml": "root: 1\n",
          ]),
        DVCCommit("v2.0.0", ["cv/m.json": #"{"iou": 0.6}"#, "nlp/m.json": #"{"bleu": 31}"#]),
      ])
  }

  /// DVCLive 3 with its dvc.yaml at the root.
  private static let live = DVCFixture(
    name: "live",
    commits: [
      DVCCommit(
        "v1.0.0",
        [
          "dvc.yaml": """
          params: [dvclive/params.yaml]
          metrics: [dvclive/metrics.json]
          plots:
            - dvclive/plots/metrics: {x: step}
            - dvclive/plots/images
          \(artifact)
          """,
          "dvclive/params.yaml": "lr: 0.001\nbatch: 32\n",
          "dvclive/metrics.json": """
          {"train": {"acc": 0.9, "loss": {"mean": 0.1}}, "gap": "nan", "step": 4}
          """,
          "dvclive/plots/metrics/train/acc.tsv": "step\tacc\n0\t0.5\n4\t0.9\n",
        ]),
      DVCCommit(
        "v2.0.0", ["dvclive/metrics.json": #"{"train": {"acc": 0.95}, "step": 9}"#]),
    ])

  /// DVCLive 2 with its dvc.yaml in its own folder, and one that no dvc.yaml names.
  private static let oldLive = DVCFixture(
    name: "old-live", mayHoldMore: true,
    commits: [
      DVCCommit(
        "v1.0.0",
        [
          "dvc.yaml": artifact,
          "dvclive/dvc.yaml": "metrics: [metrics.json]\nparams: [params.yaml]\n",
          "dvclive/metrics.json": #"{"acc": 0.9, "step": 4}"#, "dvclive/params.yaml": "lr: 0.1\n",
        ]),
      DVCCommit("v2.0.0", ["dvclive.json": #"{"acc": 0.5}"#], removed: ["dvclive/dvc.yaml"]),
    ])

  /// A dvc.yaml that `.dvcignore` hides, and one below an output, which counts at a revision.
  private static let ignored = DVCFixture(
    name: "ignored",
    commits: [
      DVCCommit(
        "v1.0.0",
        [
          ".dvcignore": "# old work\n/attic\n*.old\n!keep.old\n",
          "dvc.yaml": """
          \(artifact)
          metrics: [metrics.json]
          stages:
            train:
              cmd: echo
              outs: [out: {cache: false}]
          """,
          "metrics.json": #"{"f1": 0.5}"#,
          "attic/dvc.yaml": "metrics: [m.json]\n", "attic/m.json": #"{"hidden": 1}"#,
          "b.old/dvc.yaml": "metrics: [m.json]\n", "b.old/m.json": #"{"hidden": 2}"#,
          "out/dvc.yaml": "metrics: [m.json]\n", "out/m.json": #"{"below": 1}"#,
          "keep.old/dvc.yaml": "metrics: [m.json]\n", "keep.old/m.json": #"{"kept": 1}"#,
          "sub/.dvcignore": "deep\n",
          "sub/deep/dvc.yaml": "metrics: [m.json]\n", "sub/deep/m.json": #"{"hidden": 3}"#,
          "sub/other/dvc.yaml": "metrics: [m.json]\n", "sub/other/m.json": #"{"kept": 2}"#,
        ])
    ])
}
