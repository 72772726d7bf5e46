import Digests
import Explanations
import Formats
import Registry

/// Diagnostics as SARIF 2.1.0, which code hosts and editors read.
enum SARIFDiagnostics {
  static func bytes(_ listing: DiagnosticListing) -> [UInt8] {
    let codes = Set(listing.diagnostics.map(\.code)).sorted()
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.member("runs") { json in
        json.array(["run"]) { json, _ in
          json.object { json in
            json.member("tool") { $0.tool(codes) }
            json.member("columnKind", "unicodeCodePoints")
            json.member("results") { json in
              json.array(listing.diagnostics) { json, diagnostic in
                json.result(diagnostic, rule: places[diagnostic.code] ?? 0, listing)
              }
            }
          }
        }
      }
    }
    return json.finished()
  }
}

extension JSONWriter {
  fileprivate mutating func tool(_ codes: [String]) {
    object { json in
      json.member("driver") { json in
        json.object { json in
          json.member("name", "vitrine")
          json.member("version", ToolVersion.number)
          json.member("rules") { json in json.array(codes) { $0.rule($1) } }
        }
      }
    }
  }

  private mutating func rule(_ code: String) {
    let explanation = Explanation.of(code)
    object { json in
      json.member("id", code)
      json.member("shortDescription") { $0.message(explanation?.title ?? code) }
      json.member("fullDescription") { $0.message(explanation?.meaning ?? code) }
      json.member("help") { $0.message(explanation?.help ?? code) }
    }
  }

  fileprivate mutating func result(
    _ diagnostic: Diagnostic, rule: Int, _ listing: DiagnosticListing
  ) {
    let place = diagnostic.place
    object { json in
      json.member("ruleId", diagnostic.code)
      json.member("ruleIndex", rule)
      json.member("level", diagnostic.severity.rawValue)
      json.member("message") { json in
        json.message(
          TerminalText.safe("\(place): \(diagnostic.problem); \(diagnostic.consequence)"))
      }
      json.member("locations") { json in
        json.array(["location"]) { json, _ in json.location(place, listing) }
      }
      json.member("partialFingerprints") { json in
        json.object { json in
          json.member("vitrine/v1", SHA256(DiagnosticIdentity.text(diagnostic)).hex)
        }
      }
    }
  }

  /// Only files of the one repository that was read have a place in the folder.
  private mutating func location(_ place: DiagnosticPlace, _ listing: DiagnosticListing) {
    object { json in
      if let file = listing.path(of: place) {
        json.member("physicalLocation") { json in
          json.object { json in
            json.member("artifactLocation") { json in
              json.object { $0.member("uri", PercentEncoding.path(file)) }
            }
            if let line = place.line, line > 0 {
              json.member("region") { json in
                json.object { json in
                  json.member("startLine", line)
                  if let column = place.column, column > 0 { json.member("startColumn", column) }
                }
              }
            }
          }
        }
      }
      json.member("logicalLocations") { json in
        json.array(["place"]) { json, _ in
          json.object { $0.member("fullyQualifiedName", TerminalText.safe(place.description)) }
        }
      }
    }
  }

  private mutating func message(_ text: String) { object { $0.member("text", text) } }
}

/// Writes paths as parts of an address.
enum PercentEncoding {
  static func path(_ path: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-._~/".utf8.contains(byte)
      if isPlain {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
