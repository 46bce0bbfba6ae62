public import IPAddressing

/// The IPv4 routes of tables laid out for one thing: which route takes an address's traffic, as
/// `EffectiveRouteTable.selection(for:)` says it, by the million.
///
/// All tables lie in a few arrays of numbers, what they share once. Nothing is counted or allocated by a look-up.
public struct RouteSelectors: Sendable {
  /// A prefix of a layer, beside its first address.
  private struct Entry: Sendable {
    let row: Int32
    /// The place of the longest prefix around it in its layer, or -1.
    let parent: Int32
    let length: UInt8
    let rank: Int8
    let excludesLearned: Bool
  }

  /// A layer as one table has it.
  private struct Side: Sendable {
    let kind: EffectiveRouteTable.LayerKind
    /// Where the layer's prefixes start, and how many there are.
    let first: Int
    let count: Int
    /// Where the marks of the rows start that are displaced in this table; -1 for none.
    var displaced = -1
  }

  private var addresses: [UInt32] = []
  private var entries: [Entry] = []
  private var sides: [Side] = []
  /// Where each table's sides start, and at last where they end.
  private var tables = [0]
  /// A bit for each row.
  private var marks: [UInt64] = []
  /// The layers laid out so far, held so that their identity stays theirs.
  private var layers: [ObjectIdentifier: (layer: RouteLayer, first: Int)] = [:]

  public init() {}

  /// Lays out a table, whose number is how many came before it.
  ///
  /// - Complexity: O(displaced rows + rows / 64), beyond layers that are new.
  public mutating func add(_ table: EffectiveRouteTable) {
    for kind in EffectiveRouteTable.LayerKind.allCases where table[kind].v4.count > 0 {
      sides.append(Side(kind: kind, first: place(of: table[kind]), count: table[kind].v4.count))
    }
    let own = tables[tables.count - 1]..<sides.count
    for key in table.displaced.keys {
      guard let side = sides[own].firstIndex(where: { $0.kind == key.layer }) else { continue }
      if sides[side].displaced < 0 {
        sides[side].displaced = marks.count
        marks += repeatElement(0, count: (table[key.layer].rows.count + 63) / 64)
      }
      marks[sides[side].displaced + key.row >> 6] |= 1 << UInt64(key.row & 63)
    }
    tables.append(sides.count)
  }

  private mutating func place(of layer: RouteLayer) -> Int {
    if let known = layers[ObjectIdentifier(layer)] { return known.first }
    let first = addresses.count
    layers[ObjectIdentifier(layer)] = (layer, first)
    var open: [(place: Int32, prefix: IPv4Prefix)] = []
    for (place, entry) in layer.v4.entries.enumerated() {
      while let last = open.last, !last.prefix.contains(entry.prefix) { open.removeLast() }
      let row = Int(entry.value)
      addresses.append(entry.prefix.address.bits)
      entries.append(
        Entry(
          row: Int32(row), parent: open.last?.place ?? -1, length: entry.prefix.length, rank: layer.ranks[row],
          excludesLearned: layer.preferred[row]))
      open.append((Int32(place), entry.prefix))
    }
    return first
  }

  /// The place of the route that takes an address's traffic in a table; nil where no route is left.
  ///
  /// - Complexity: O(log routes).
  public func selection(table: Int, for address: IPv4Address) -> RouteSelection? {
    let bits = address.bits
    let (addresses, entries, sides, marks) = (addresses.span, entries.span, sides.span, marks.span)
    var best = Found.none
    var learned = Found.none
    var systemHolds = false
    for number in tables[table]..<tables[table + 1] {
      let side = sides[number]
      var place = Self.last(notAbove: bits, addresses, side.first, side.count)
      while place >= 0 {
        let entry = entries[side.first + place]
        let start = addresses[side.first + place]
        place = Int(entry.parent)
        // A shift by the whole width is none: the default route takes all.
        guard entry.length == 0 || (bits ^ start) >> UInt32(32 - entry.length) == 0 else { continue }
        let row = Int(entry.row)
        if side.displaced >= 0, marks[side.displaced + row >> 6] >> UInt64(row & 63) & 1 != 0 { continue }
        if entry.excludesLearned { systemHolds = true }
        let rank = Int(entry.length) << 8 | Int(entry.rank)
        if side.kind == .gateway {
          if learned.rank < rank { learned = Found(kind: side.kind, row: row, rank: rank) }
        } else if best.rank < rank {
          best = Found(kind: side.kind, row: row, rank: rank)
        }
      }
    }
    if learned.row < 0 || systemHolds { return best.selection }
    if best.row < 0 { return learned.selection }
    let isAhead = (best.rank, EffectiveRouteTable.LayerKind.gateway.rawValue) >= (learned.rank, best.kind.rawValue)
    return isAhead ? best.selection : learned.selection
  }

  private struct Found {
    let kind: EffectiveRouteTable.LayerKind
    let row: Int
    /// The prefix's length, and then the precedence at equal length.
    let rank: Int

    static let none = Found(kind: .network, row: -1, rank: -1)

    var selection: RouteSelection? {
      row < 0 ? nil : RouteSelection(key: EffectiveRouteTable.RowKey(layer: kind, row: row))
    }
  }

  /// The last of a layer's prefixes whose address isn't above one, or -1: by halves, without a branch on what is found.
  @inline(__always)
  private static func last(notAbove bits: UInt32, _ addresses: Span<UInt32>, _ first: Int, _ count: Int) -> Int {
    var start = 0
    var left = count
    while left > 1 {
      let half = left >> 1
      start += addresses[first + start + half - 1] <= bits ? half : 0
      left -= half
    }
    return addresses[first + start] <= bits ? start : start - 1
  }
}
