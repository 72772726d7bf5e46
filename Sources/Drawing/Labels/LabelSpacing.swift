/// Moves labels along a line until none covers another, each as little as it can be.
package enum LabelSpacing {
  /// A label by its middle and its length along the line.
  package struct Label: Hashable, Sendable {
    let middle: Double
    let length: Double

    /// Makes a label that wants to be at a place.
    package init(middle: Double, length: Double) {
      self.middle = middle
      self.length = length
    }
  }

  /// The middles of labels in their order, which need not be that of their places, within `range`.
  ///
  /// Labels that are too many for the range stand as close as they can, equally spaced.
  package static func middles(of labels: [Label], in range: ClosedRange<Double>) -> [Double] {
    let order = labels.indices.sorted {
      (labels[$0].middle, $0) < (labels[$1].middle, $1)
    }
    let total = labels.reduce(0) { $0 + $1.length }
    let room = range.upperBound - range.lowerBound
    var middles = labels.map(\.middle)
    guard total < room else {
      var place = range.lowerBound
      for index in order {
        let share = total > 0 ? labels[index].length / total * room : 0
        middles[index] = place + share / 2
        place += share
      }
      return middles
    }
    var groups: [Group] = []
    for index in order {
      groups.append(Group(labels[index], index, in: range))
      while groups.count > 1, let last = groups.last, groups[groups.count - 2].end > last.start {
        groups.removeLast()
        groups[groups.count - 1].join(last, in: range)
      }
    }
    for group in groups {
      var place = group.start
      for index in group.members {
        middles[index] = place + labels[index].length / 2
        place += labels[index].length
      }
    }
    return middles
  }

  /// Labels that touch, placed so that they are as near to where they want to be as they can.
  private struct Group {
    private(set) var members: [Int]
    private(set) var start: Double
    private var length: Double

    /// The sum of where the group would begin if it went by one label alone.
    private var wishes: Double

    var end: Double { start + length }

    init(_ label: Label, _ index: Int, in range: ClosedRange<Double>) {
      members = [index]
      length = label.length
      wishes = label.middle - label.length / 2
      start = 0
      settle(in: range)
    }

    mutating func join(_ other: Group, in range: ClosedRange<Double>) {
      wishes += other.wishes - length * Double(other.members.count)
      members += other.members
      length += other.length
      settle(in: range)
    }

    private mutating func settle(in range: ClosedRange<Double>) {
      let wish = wishes / Double(members.count)
      start = min(max(wish, range.lowerBound), range.upperBound - length)
    }
  }
}
