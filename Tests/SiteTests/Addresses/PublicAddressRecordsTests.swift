import Formats
import Testing

@testable import Site

struct PublicAddressRecordsTests {
  @Test(
    "Credentials and queries are cut from every address in a text, and nothing else is touched",
    arguments: [
      ("python train.py --lr 0.1", "python train.py --lr 0.1"),
      ("curl https://me:pw@host/x?key=1 -o x", "curl https://host/x -o x"),
      ("get --from=https://me:pw@host/x --to=y?", "get --from=https://host/x --to=y?"),
      ("a 'https://me:pw@host/x?sig=a,b;c(d)' z", "a 'https://host/x' z"),
      ("s3://k:s@bucket;gs://k:s@other", "s3://bucket;gs://other"),
      ("http://h/?next=http://me:pw@host", "http://h/"),
      ("ssh://git@host:2222/repo.git", "ssh://host:2222/repo.git"),
      ("://", "://"), ("", ""), ("a: b\n  c: d", "a: b\n  c: d"), ("größe 👩🏽‍🔬", "größe 👩🏽‍🔬"),
    ])
  func words(text: String, cleaned: String) {
    #expect(PublicAddress.cleanedWords(in: text) == cleaned)
  }

  @Test("Values are cleaned at every depth; numbers keep their digits") func values() {
    let secret = DataValue.string("https://me:pw@host/x")
    let value = DataValue.map([
      DataMember("a", .list([secret, .number(DataNumber(text: "0.10"))])), DataMember("b", secret),
    ])
    let clean = DataValue.string("https://host/x")
    let expected = DataValue.map([
      DataMember("a", .list([clean, .number(DataNumber(text: "0.10"))])), DataMember("b", clean),
    ])
    #expect(PublicAddress.cleaned(value) == expected)
  }
}
