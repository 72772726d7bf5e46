/// How objects outside Git may be reached.
package struct StorageSettings: Sendable {
  /// By the scheme of an address, such as `s3`, the words of the command that writes an object to its
  /// output; `{url}` in a word stands for the object's address.
  package var commands: [String: [String]] = [:]

  /// Whether nothing may leave this machine.
  package var isOffline = false

  /// The folders of DVC's own configuration for the system and for the user, in the order in which
  /// they are read.
  package var configurationFolders: [String] = []

  /// The largest object that is read, in bytes.
  package var sizeLimit = 16 << 20

  /// How long one object may take, in seconds.
  package var timeout = 60

  /// Makes the settings that hold where nothing is configured.
  package init() {}
}
