extension RenderedMarkdown {
  /// As bytes, for another process or a file.
  package var coded: [UInt8] { [] }

  /// Reads what `coded` wrote; nothing for other bytes.
  package init?(coded: some Collection<UInt8>) { nil }
}
