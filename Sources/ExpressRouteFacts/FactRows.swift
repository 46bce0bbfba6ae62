internal import CExpressRouteFacts

/// A data file of tab-separated rows; lines that begin with `#` are comments.
struct FactRows {
  let rows: [[Substring]]

  static let packetCounts = FactRows(cexpressroutefacts_packet_counts())
  static let readings = FactRows(cexpressroutefacts_readings())
  static let gatewaySKUs = FactRows(cexpressroutefacts_gateway_skus())
  static let limits = FactRows(cexpressroutefacts_limits())
  static let peerASNs = FactRows(cexpressroutefacts_peer_asns())

  private init(_ file: cexpressroutefacts_file) {
    let text = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    rows = text.split(separator: "\n").filter { $0.first != "#" }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  /// The parts of a field that holds several: next actions, separated by ` | `.
  static func list(_ field: Substring) -> [String] {
    var parts: [String] = []
    var rest = field
    while let bar = rest.firstRange(of: " | ") {
      parts.append(String(rest[..<bar.lowerBound]))
      rest = rest[bar.upperBound...]
    }
    return rest.isEmpty ? parts : parts + [String(rest)]
  }

  static func points(_ field: Substring) -> [NetworkPoint] {
    field.split(separator: ",").compactMap { Int($0) }.compactMap(NetworkPoint.init(rawValue:))
  }
}

extension Substring {
  /// The first place where a text stands; the standard library's own search needs Foundation here.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
