/// The files of the vision repository that no training changes.
enum VisionRepository {
  static let files = [
    StoryFile(
      "README.md",
      """
      # vision

      Everything at Northlight Energy that looks at photos.

      | Folder | Model | Owner |
      | --- | --- | --- |
      | `defects` | damage on rotor blades | Asset Inspection |
      | `ocr` | meter readings from customers' photos | Metering |

      A new version serves a twentieth of the photos as `canary` before it goes to `prod`.
      """),
    StoryFile("LICENSE", "Northlight Energy internal. Not for distribution."),
    StoryFile(".gitignore", "__pycache__/\n.venv/\n/dvc_plots/"),
    StoryFile(".dvc/.gitignore", "/config.local\n/tmp\n/cache"),
    StoryFile(
      ".dvc/config",
      """
      [core]
          remote = storage
          autostage = true
      ['remote "storage"']
          url = https://artifacts.northlight.example/vision
      """),
    StoryFile(".gto", "stages:\n- canary\n- prod"),
    StoryFile("defects/models/.gitignore", "/segmenter.pt"),
    StoryFile("ocr/models/.gitignore", "/reader.onnx\n/orienter.onnx"),
    StoryFile("ocr/data/.gitignore", "/photos.tar"),
  ]

  /// The script beside `ocr/dvc.yaml` that trains the model nobody has registered yet.
  static let orientScript = StoryFile(
    "orient.py",
    """
    \"\"\"Learns to turn photos of meters upright, from photos turned at random.\"\"\"
    from northlight.vision import rotation

    rotation.train("data/photos.tar", steps=[0, 90, 180, 270], to="models/orienter.onnx")
    """)
}
