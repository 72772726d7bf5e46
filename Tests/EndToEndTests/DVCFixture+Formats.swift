/// Files in every format, with the values that readers get wrong (`records.md` §4 and §5).
extension DVCFixture {
  static let formats = DVCFixture(
    name: "formats",
    unreadable: [
      "eval/empty.json", "eval/broken.json", "eval/commented.json", "eval/bom.json",
      "eval/broken.yaml", "eval/missing.json", "eval/table.toml", "eval/plain",
    ],
    commits: [
      DVCCommit("v1.0.0", formatFiles.merging(paramFiles) { $1 }),
      DVCCommit(
        "v2.0.0",
        [
          "eval/scalar.json": "0.80\n", "params.yaml": "lr: 2e-3\ndeep: {a: {b: 3}}\n",
          "eval/精度.json": #"{"точность": 0.92, "naïve e\u0301": 1}"#,
          "consts.py": "LR = -0.5\nclass Train:\n    epochs = 12\n",
        ]),
      DVCCommit(
        "v3.0.0",
        ["eval/summary.yaml": "small: 2e-5\n", "stage.json": #"{"train": {"loss": 0.10}}"#],
        removed: ["eval/table.toml", "eval/plain"]),
    ])

  private static let formatFiles = [
    "dvc.yaml": """
    \(artifact)
    metrics:
      - eval/summary.yaml
      - eval/table.toml
      - eval/constants.py
      - eval/plain
      - eval/UPPER.JSON
      - eval/numbers.json
      - eval/scalar.json
      - eval/zero.json
      - eval/text.json
      - eval/list.json
      - eval/empty.json
      - eval/broken.json
      - eval/commented.json
      - eval/bom.json
      - eval/broken.yaml
      - eval/missing.json
      - eval/精度.json
    params:
      - settings/top.toml
      - settings/top.json
    stages:
      train:
        cmd: python train.py
        params:
          - lr
          - conf.json: [opt.name, opt.absent]
          - all.yaml:
          - conf.toml: [train.rate]
          - consts.py: [LR, Train.epochs, Train.Inner, Train.hidden]
        outs: [model.pkl: {cache: false}]
        metrics: [stage.json: {cache: false}]
    """,
    "stage.json": #"{"train": {"loss": 0.50, "ok": true}, "note": "first"}"#,
    "eval/summary.yaml": """
    small: 1e-5
    half: .5
    octal: 0o17
    zeros: 017
    hexadecimal: 0xff
    signed: +1.5
    grouped: 1_000
    infinite: .inf
    negative: -.Inf
    undefined: .nan
    yes: yes
    switch: on
    quoted: "0.91"
    clock: 190:20:30
    nothing: ~
    empty:
    date: 2024-01-02
    big: 123456789012345678901234567890
    nested: {a: {b: 0.10}, none: {}}
    list: [1, 2]
    1: one
    dot.key: 3
    ключ: 0.5
    """,
    "eval/table.toml": """
    f1 = 0.30
    big = 9007199254740993
    infinite = inf
    hexadecimal = 0xff
    day = 2024-01-02
    "dot.key" = 1
    grouped = 1_000.5
    [per.class]
    a = 1e-7
    ok = false
    """,
    "eval/constants.py": """
    \"\"\"Constants.\"\"\"
    F1: float = 0.75
    N = -3
    PRODUCT = 2 * 3
    NAMES = ["a"]
    A = B = 1
    class Eval:
        auc = 0.5
    """,
    "eval/plain": "acc: 0.5\n",
    "eval/UPPER.JSON": #"{"acc": 1.0}"#,
    "eval/numbers.json": """
    {"nan": NaN, "inf": Infinity, "minus": -Infinity, "huge": 1e400, "zero": -0.0, "three": 3.0,
     "big": 123456789012345678901234567890, "digits": 0.10, "tiny": 1e-07, "e": 1E5,
     "none": null, "list": [1, {"a": 2}], "true": true, "number": "0.50", "dot.key": 1,
     "nested": {"dot.key": {"x.y": 2}}, "": 5, "__proto__": 1, "twice": 1, "twice": 2}
    """,
    "eval/scalar.json": "0.75\n",
    "eval/zero.json": "0.0\n",
    "eval/text.json": "\"good\"\n",
    "eval/list.json": #"[{"threshold": "0.50", "f1": "0.69"}, {"threshold": "0.6", "f1": 0.7}]"#,
    "eval/empty.json": "",
    "eval/broken.json": #"{"a": 1,}"#,
    "eval/commented.json": "{\"a\": 1} // one\n",
    "eval/bom.json": "\u{feff}{\"a\": 1}",
    "eval/broken.yaml": "a: [1, 2\nb: 1\n",
    "eval/精度.json": #"{"точность": 0.91, "naïve e\u0301": 1, "🦊": "🦊"}"#,
  ]

  private static let paramFiles = [
    "params.yaml": """
    lr: 1e-3
    layers: [64, 32, [1, 2.5, true, null]]
    off: ~
    none: {}
    nothing: []
    name: "017"
    deep: {a: {b: 1}}
    """,
    "conf.json": #"{"opt": {"name": "adam", "eps": 1e-08}, "unused": 1}"#,
    "all.yaml": "a: 1\nb: {c: [x, {d: 0.10}]}\n",
    "conf.toml": "[train]\nrate = 0.10\nother = 1\n",
    "consts.py": """
    LR: float = 1e-3
    LIMITS = (1, 2.5)
    TABLE = {"a": [1, None], "b": -2}
    A = B = 1
    class Train:
        epochs = 10
        class Inner:
            x = "y"
        def __init__(self):
            self.hidden = 64
            self.computed = 2 * 3
    """,
    "settings/top.toml": "[a]\nb = [1, 2]\n[[runs]]\nn = 1\n[[runs]]\nn = 2\n",
    "settings/top.json": #"{"NaN": NaN, "big": 12345678901234567890, "s": "é"}"#,
  ]
}
