/// `schema/*.schema.json`: what the documents look like.
extension IndexDocument where Scope == RegistryScope {
  /// The schemas as the theme brings them.
  static var schemas: IndexDocument {
    IndexDocument { site in
      site.schemas.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { file in
        OutputFile(path: "\(SiteAddresses.indexFolder)/schema/\(file.key)", bytes: file.value)
      }
    }
  }
}
