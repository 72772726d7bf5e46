import Testing

@testable import Site

struct FileSizeTextTests {
  @Test(
    "Sizes have two or three digits and the exact number beside them",
    arguments: [
      (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1.0 kB"), (1_049, "1.0 kB"),
      (1_050, "1.1 kB"), (9_949, "9.9 kB"), (9_950, "10 kB"), (10_499, "10 kB"),
      (999_499, "999 kB"), (999_500, "1.0 MB"), (1_234_567_890, "1.2 GB"),
      (Int.max, "9.2 EB"), (-5, "-5 bytes"),
    ])
  func text(count: Int, text: String) {
    #expect(FileSizeText(count).text == text)
    #expect(FileSizeText(count).bytes == String(count))
  }
}
