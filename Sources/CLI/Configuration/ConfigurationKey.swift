import Formats

/// A key of a mapping, and what its value does to the thing that the mapping describes.
struct ConfigurationKey<Target>: Sendable {
  let name: String
  let take:
    @Sendable (ConfigurationReader, YAMLNode, inout Target) throws(ConfigurationError) -> Void

  /// A key whose value, read as a `kind` of value, becomes the property at `place`.
  init<Value>(
    _ name: String, _ place: any WritableKeyPath<Target, Value> & Sendable,
    _ kind:
      @escaping @Sendable (ConfigurationReader) -> (YAMLNode) throws(ConfigurationError) -> Value
  ) {
    self.name = name
    take = { reader, node, target throws(ConfigurationError) in
      target[keyPath: place] = try kind(reader)(node)
    }
  }

  /// A key whose value changes more than one property.
  init(
    _ name: String,
    _ change:
      @escaping @Sendable (ConfigurationReader) -> (YAMLNode, inout Target)
      throws(ConfigurationError) -> Void
  ) {
    self.name = name
    take = { reader, node, target throws(ConfigurationError) in
      try change(reader)(node, &target)
    }
  }
}
