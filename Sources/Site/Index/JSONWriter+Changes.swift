import Formats
import GitStore
import Records
import Registry

/// What happened between a version and the one before it.
extension JSONWriter {
  /// The commits that touched the inputs, and the inputs that differ, or null.
  mutating func changes(_ history: InputHistory?, by policy: AuthorPolicy) {
    member("changes") { json in
      guard let history else { return json.null() }
      json.object { json in
        json.member("since", history.since)
        json.member("commits") { json in
          json.array(history.commits) { json, commit in
            json.object { json in
              json.member("commit", commit.id.hex)
              json.time("at", commit.time)
              json.person("by", commit.author, by: policy)
              json.member("subject", PublicAddress.cleanedWords(in: commit.subject))
            }
          }
        }
        json.member("commit_count", history.commitCount)
        json.member("inputs") { json in
          json.array(history.inputs) { json, input in
            json.object { json in
              json.member("path", PublicAddress.cleaned(input.path))
              json.digest("before", input.before)
              json.digest("after", input.after)
            }
          }
        }
      }
    }
  }

  private mutating func digest(_ key: String, _ hash: ContentHash?) {
    member(key) { json in
      if let hash { json.digests([hash]) } else { json.null() }
    }
  }
}
