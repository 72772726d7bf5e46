/// The configuration that `init` writes: what most teams want, and the rest to be uncommented.
enum StarterConfiguration {
  static let text = """
    # Vitrine's configuration. Every key is optional; `vitrine check` names a misspelt one.
    # Lines that begin with #key are examples: remove the # to use them.

    title: Model registry
    #description: The models of our team, from first try to production.

    # The address that the site is published under; feeds need it.
    #base_url: https://models.example.com/

    # How the folder of the site is replaced; switch keeps the site before, too.
    #publish: exchange

    # Search engines are asked to stay away unless this is false.
    #noindex: true

    # Without repositories, the one that the build runs in is read.
    #repositories:
    #  - {path: ../churn, id: churn}

    # Stages in the order of their columns; others follow.
    #stages:
    #  - dev
    #  - {name: staging, style: staging}
    #  - {name: prod, style: prod, production: true}

    # What is known of metrics, by name or pattern.
    #metrics:
    #  auc: {better: higher, primary: true}
    #  "*loss": {better: lower}

    # Further files of metrics and params, for repositories without DVC.
    #records: {metrics: [metrics.json], params: [params.yaml]}

    # What `vitrine check` demands of the latest version of each model.
    #rules:
    #  metrics:
    #    auc: {tolerance: 0.01, at_least: 0.8}
    #  card: {sections: [Intended use, Limitations], complete: true}
    #  license: [apache-2.0, mit]
    #  stages: [dev, staging, prod]
    #  promotion: [staging, prod]
    #  severity: {R006: warning}

    # By scheme, the command that fetches what DVC keeps in a remote.
    #storage:
    #  s3: aws s3 cp {url} -

    """
}
