import Records

/// What has to hold for a pointer of Git LFS.
enum LFSPointerCheck {
  static func run(_ bytes: [UInt8]) {
    guard let pointer = LFSPointer(bytes) else { return }
    expect(bytes.count <= LFSPointer.sizeLimit, "a pointer of \(bytes.count) bytes")
    expect(pointer.size >= 0, "a size below zero")
    let digits = pointer.hash.value.utf8
    expect(pointer.hash.algorithm == .sha256 && digits.count == 64, "no SHA-256")
    expect(digits.allSatisfy { "0123456789abcdef".utf8.contains($0) }, "no lower-case digits")
    let text = """
      version https://git-lfs.github.com/spec/v1
      oid sha256:\(pointer.hash.value)
      size \(pointer.size)

      """
    expect(LFSPointer(Array(text.utf8)) == pointer, "written and read as another pointer")
  }
}
