import Formats
import Registry
import Testing

@testable import CLI

struct SecretSearchTests {
  @Test(arguments: [
    "https://ann:s3cret@git.example/x", "aws --token ghp_0123456789abcdefghij0123",
    "glpat-0123456789abcdefghij", "a https://u:p@h/ b",
  ])
  func findsSecrets(_ text: String) { #expect(SecretSearch.holdsSecret(text)) }

  @Test(arguments: [
    "https://git.example/x", "git@git.example:x", "ssh://git@git.example/x", "ghp_short",
    "https://ann:$PASSWORD@git.example/", "https://h/a:b@c", "rclone cat {url}", "",
  ])
  func leavesOthersAlone(_ text: String) { #expect(!SecretSearch.holdsSecret(text)) }

  @Test func namesThePlaceAndNotTheSecret() throws {
    let text = "title: A\nlinks:\n- {text: x, url: 'https://u:geheim@h/'}\n"
    let configuration = try ConfigurationReader(
      file: "conf/vitrine.yaml", bytes: Array(text.utf8)
    ).read()
    let found = configuration.findings
    #expect(found.map(\.code) == ["F012"])
    #expect(found.first?.place.description == "vitrine.yaml:3:18")
    #expect(found.first.map { "\($0)".contains("geheim") } == false)
  }
}
