/// The members of a map while it is read, each key once: the last value wins, at the place of the
/// first one.
struct OrderedMembers {
  private(set) var all: [DataMember] = []

  /// The places of all keys, once there are too many to look through.
  private var places: [String: Int] = [:]

  /// Sets a member; returns its place where the key was there already.
  @discardableResult
  mutating func set(_ key: String, _ value: DataValue) -> Int? {
    if let place = place(of: key) {
      all[place] = DataMember(key, value)
      return place
    }
    all.append(DataMember(key, value))
    if all.count > 32 {
      if places.isEmpty {
        for (place, member) in all.enumerated() { places[member.key] = place }
      } else {
        places[key] = all.count - 1
      }
    }
    return nil
  }

  private func place(of key: String) -> Int? {
    places.isEmpty ? all.firstIndex { $0.key == key } : places[key]
  }
}
