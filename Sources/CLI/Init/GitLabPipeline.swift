/// The pipeline that `init --ci gitlab` writes.
enum GitLabPipeline {
  static let path = ".gitlab-ci.yml"

  static let text = #"""
    # Builds the model registry on every tag and on the default branch, tells merge requests what they
    # change, and deploys where a tag assigns a version to prod.
    #
    # Set the variables VITRINE_URL, the address of Vitrine's executable, and VITRINE_TOKEN, a token
    # that may comment on merge requests.
    stages: [check, publish, deploy]

    .vitrine:
      image: debian:12
      variables:
        # All tags and commits: a shallow clone has none.
        GIT_DEPTH: "0"
        GIT_STRATEGY: clone
      before_script:
        - apt-get update -qq
        - apt-get install -qq --no-install-recommends ca-certificates curl git
        - git config --global --add safe.directory "$CI_PROJECT_DIR"
        - curl --fail --silent --show-error --location "$VITRINE_URL" --output /usr/local/bin/vitrine
        - chmod +x /usr/local/bin/vitrine

    model registry:
      extends: .vitrine
      stage: check
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      script:
        - vitrine build . --output ../site --fail-on never
        - vitrine diff "$CI_PAGES_URL" ../site --fail-on never > ../diff.md || echo "nothing is published yet" > ../diff.md
        - >
          curl --fail --silent --show-error --request POST --header "PRIVATE-TOKEN: $VITRINE_TOKEN"
          --data-urlencode "body@../diff.md"
          "$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
          || echo "the merge request could not be commented on"
        - vitrine check . --format gitlab --report gl-code-quality-report.json
      artifacts:
        when: always
        reports:
          codequality: gl-code-quality-report.json

    pages:
      extends: .vitrine
      stage: publish
      # One after the other, so that an older site never replaces a newer one.
      resource_group: model-registry
      rules:
        - if: $CI_COMMIT_TAG
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      script:
        - vitrine build . --output ../site --base-url "$CI_PAGES_URL" --fail-on never
        - rm -rf public
        - cp -R ../site public
      artifacts:
        paths: [public]

    registry event:
      extends: .vitrine
      stage: publish
      rules:
        - if: $CI_COMMIT_TAG
      script:
        - vitrine check-ref "$CI_COMMIT_TAG" --dotenv > registry.env
      artifacts:
        reports:
          dotenv: registry.env

    deploy:
      stage: deploy
      image: debian:12
      needs: ["registry event"]
      rules:
        - if: $CI_COMMIT_TAG
      # Put your own deployment here.
      script:
        - |
          if [ "$VITRINE_EVENT" = assignment ] && [ "$VITRINE_STAGE" = prod ]; then
            echo "deploying $VITRINE_NAME $VITRINE_VERSION from $VITRINE_PATH"
          fi

    """#
}
