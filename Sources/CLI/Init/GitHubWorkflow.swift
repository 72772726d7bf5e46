/// The workflow that `init --ci github` writes.
enum GitHubWorkflow {
  static let path = ".github/workflows/vitrine.yml"

  static let text = #"""
    # Builds the model registry on every push and tag, tells pull requests what they change, and
    # deploys where a tag assigns a version to prod.
    #
    # Set the repository's variable VITRINE_URL to the address of Vitrine's executable, and let
    # GitHub Pages be published from GitHub Actions.
    name: Model registry

    on:
      push:
        branches: [main]
        tags: ["**"]
      pull_request:
      workflow_dispatch:

    permissions:
      contents: read

    env:
      VITRINE_URL: ${{ vars.VITRINE_URL }}

    jobs:
      publish:
        if: github.event_name != 'pull_request'
        runs-on: ubuntu-latest
        permissions:
          contents: read
          pages: write
          id-token: write
        # One after the other, so that an older site never replaces a newer one.
        concurrency:
          group: model-registry
        environment:
          name: github-pages
          url: ${{ steps.pages.outputs.page_url }}
        steps:
          - uses: actions/checkout@v4
            with:
              # All tags and commits: a shallow clone has none.
              fetch-depth: 0
          - name: Install Vitrine
            run: |
              mkdir -p "$RUNNER_TEMP/bin"
              curl --fail --silent --show-error --location "$VITRINE_URL" --output "$RUNNER_TEMP/bin/vitrine"
              chmod +x "$RUNNER_TEMP/bin/vitrine"
              echo "$RUNNER_TEMP/bin" >> "$GITHUB_PATH"
          - id: address
            uses: actions/configure-pages@v5
          - name: Build
            env:
              BASE_URL: ${{ steps.address.outputs.base_url }}/
            run: vitrine build . --output "$RUNNER_TEMP/site" --base-url "$BASE_URL"
          # What could not be read fails the job, and the site is published all the same.
          - if: ${{ !cancelled() }}
            uses: actions/upload-pages-artifact@v3
            with:
              path: ${{ runner.temp }}/site
          - id: pages
            if: ${{ !cancelled() }}
            uses: actions/deploy-pages@v4

      review:
        if: github.event_name == 'pull_request'
        runs-on: ubuntu-latest
        permissions:
          contents: read
          pull-requests: write
        steps:
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0
          - name: Install Vitrine
            run: |
              mkdir -p "$RUNNER_TEMP/bin"
              curl --fail --silent --show-error --location "$VITRINE_URL" --output "$RUNNER_TEMP/bin/vitrine"
              chmod +x "$RUNNER_TEMP/bin/vitrine"
              echo "$RUNNER_TEMP/bin" >> "$GITHUB_PATH"
          - name: Check
            run: vitrine check .
          - name: Tell what changes
            if: ${{ !cancelled() }}
            env:
              GH_TOKEN: ${{ github.token }}
              NUMBER: ${{ github.event.pull_request.number }}
              PUBLISHED: https://${{ github.repository_owner }}.github.io/${{ github.event.repository.name }}/
            # Pull requests from forks may not comment.
            continue-on-error: true
            run: |
              vitrine build . --output "$RUNNER_TEMP/site" --fail-on never --format text
              vitrine diff "$PUBLISHED" "$RUNNER_TEMP/site" --fail-on never > "$RUNNER_TEMP/diff.md"
              gh pr comment "$NUMBER" --body-file "$RUNNER_TEMP/diff.md" --edit-last ||
                gh pr comment "$NUMBER" --body-file "$RUNNER_TEMP/diff.md"

      deploy:
        if: github.ref_type == 'tag'
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0
          - name: Install Vitrine
            run: |
              mkdir -p "$RUNNER_TEMP/bin"
              curl --fail --silent --show-error --location "$VITRINE_URL" --output "$RUNNER_TEMP/bin/vitrine"
              chmod +x "$RUNNER_TEMP/bin/vitrine"
              echo "$RUNNER_TEMP/bin" >> "$GITHUB_PATH"
          - id: registry
            name: See what the tag did
            run: vitrine check-ref "$GITHUB_REF" --github-output
          - name: Deploy
            if: steps.registry.outputs.event == 'assignment' && steps.registry.outputs.stage == 'prod'
            env:
              NAME: ${{ steps.registry.outputs.name }}
              VERSION: ${{ steps.registry.outputs.version }}
              MODEL_PATH: ${{ steps.registry.outputs.path }}
            # Put your own deployment here.
            run: |
              echo "deploying $NAME $VERSION from $MODEL_PATH"

    """#
}
