/// The files of the churn repository that no training run changes.
enum ChurnRepository {
  static let files = [
    StoryFile(
      "README.md",
      """
      # churn

      Which households are about to leave us? Owned by Customer Analytics.

          dvc repro          # prepare, train, evaluate
          dvc metrics diff   # against the last commit
          gto show           # what runs where

      Versions go through `dev`, `staging` (shadow scoring for two weeks) and `prod`. Promotions are
      tags: whoever approves writes why.
      """),
    StoryFile("LICENSE", "Northlight Energy internal. Not for distribution."),
    StoryFile(".gitignore", "__pycache__/\n.venv/\n/dvc_plots/"),
    StoryFile(".dvcignore", "# Paths that DVC need not look into.\n.venv"),
    StoryFile(".dvc/.gitignore", "/config.local\n/tmp\n/cache"),
    StoryFile(
      ".dvc/config",
      """
      [core]
          remote = storage
      ['remote "storage"']
          url = https://artifacts.northlight.example/churn
      """),
    liftTemplate,
    StoryFile(".gto", "stages:\n- dev\n- staging\n- prod"),
    StoryFile("data/.gitignore", "/contracts.parquet\n/train.parquet\n/test.parquet"),
    StoryFile("models/.gitignore", "/churn.pkl"),
    StoryFile("requirements.txt", "dvc[http]>=3.50\ngto>=1.7\nlightgbm>=4.3\nscikit-learn>=1.4"),
  ]

  /// A template of the team's own: bars, which DVC only has lying.
  private static let liftTemplate = StoryFile(
    ".dvc/plots/lift.json",
    """
    {
      "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
      "data": {"values": "<DVC_METRIC_DATA>"},
      "title": "<DVC_METRIC_TITLE>",
      "mark": "bar",
      "encoding": {
        "x": {"field": "<DVC_METRIC_X>", "type": "ordinal", "title": "<DVC_METRIC_X_LABEL>"},
        "y": {"field": "<DVC_METRIC_Y>", "type": "quantitative", "title": "<DVC_METRIC_Y_LABEL>"},
        "xOffset": {"field": "rev"},
        "color": {"field": "rev", "type": "nominal"}
      }
    }
    """)
}
