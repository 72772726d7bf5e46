/// The model card of the damage model and its logo.
extension DefectsIteration {
  var logo: StoryFile { LogoPicture(light: (240, 176, 72)).file }

  var card: StoryFile { StoryFile("README.md", "\(frontMatter)\n\n\(text)") }

  private var isTransformer: Bool { encoder == "mit_b2" }

  private var frontMatter: String {
    """
    ---
    license: other
    license_name: northlight-internal
    license_link: ../LICENSE
    library_name: pytorch
    pipeline_tag: image-segmentation
    tags: [wind, inspection, drones]
    datasets: northlight/blades
    base_model: \(isTransformer ? "nvidia/mit-b2" : "timm/\(encoder).a1_in1k")
    base_model_relation: finetune
    metrics: [mean_iou, dice]
    co2_eq_emissions: \((Double(epochs * photos * imageSize) / 90_000).rounded(to: 1))
    model-index:
    - name: segmenter
      results:
      - task: {type: image-segmentation, name: Damage on rotor blades}
        dataset: {type: northlight/blades, name: Rotor blades, split: validation}
        metrics:
        - {type: mean_iou, value: \(iou), name: IoU}
        - {type: dice, value: \(dice), name: Dice}
        source: {name: DVCLive, url: "https://git.northlight.example/models/vision"}
    ---
    """
  }

  private var text: String {
    """
    \(CardParts.logo("A northern light over hills, in amber"))

    # Blade damage

    \(CardParts.badge("licence", "internal", "lightgrey", to: "../LICENSE"))
    \(CardParts.badge("encoder", encoder, "orange", to: "train.py"))

    Marks damage on drone photos of rotor blades, so that an inspector looks at twenty photos of a
    turbine and not at four hundred.

    > [!NOTE]
    > **In this version:** \(change)

    | Found and drawn areas | Photo |
    | :--- | :---: |
    | Crack | ![A crack, and what the model found of it](dvclive/plots/images/crack.png) |
    | Erosion | ![Erosion, and what the model found of it](dvclive/plots/images/erosion.png) |

    \(usage)

    ## Evaluation

    | On turbines that training never saw | Value |
    | :--- | ---: |
    | IoU | \(iou) |
    | Dice | \(dice) |
    | AUC of a photo | \(photoAUC) |

    \(CardParts.details("How it was trained", trainingText))

    \(limits)
    """
  }

  private var usage: String {
    """
    ## How to use

    - Input: photos of \(imageSize) × \(imageSize) pixels, \(photos) of them for training.
    - Output: a mask with the classes \(Self.classes.dropFirst().joined(separator: ", ")).

    ```python
    import torch
    from northlight.vision import blades

    model = torch.load("models/segmenter.pt").eval()
    for tile in blades.tiles("photo.jpg", size=\(imageSize)\(version == "v2.0.1" ? ", overlap=96" : "")):
        mask = model(tile).argmax(dim=1)
    ```
    """
  }

  private var trainingText: String {
    """
    \(epochs) epochs at a learning rate of \(learningRate), \(imageSize > 512 ? 6 : 12) photos a
    batch. Everything else is in [`train.py`](train.py) and
    [`dvclive/params.yaml`](dvclive/params.yaml).
    """
  }

  private var limits: String {
    let isTiled = version == "v2.0.1"
    return """
      ## Limits

      Wet blades and low sun bring false alarms. A photo without a finding is not a certificate:
      every blade is still looked at once a year.

      \(CardParts.tasks([("Photos of offshore farms", photos > 3_000), ("Tiles that overlap", isTiled)]))
      """
  }
}
