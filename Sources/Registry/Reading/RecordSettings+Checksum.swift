package import Formats
import Storage

extension RecordSettings {
  /// Tells settings by which other things are read: facts that were read by equal ones are
  /// interchangeable.
  ///
  /// Where this machine keeps things and whether it may ask others decides what can be had, not what
  /// it is.
  package var checksum: Checksum {
    var settings = self
    settings.storage.isOffline = false
    settings.storage.configurationFolders = []
    return Checksum(ReflectedText.text(of: settings))
  }
}
