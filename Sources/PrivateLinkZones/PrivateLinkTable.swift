internal import CPrivateLinkFacts

/// A data file of tab-separated rows; lines that begin with `#` are comments.
struct PrivateLinkTable {
  let rows: [[String]]

  static let zones = PrivateLinkTable(cprivatelinkfacts_zones())
  static let suffixes = PrivateLinkTable(cprivatelinkfacts_suffixes())
  static let ports = PrivateLinkTable(cprivatelinkfacts_ports())
  static let resources = PrivateLinkTable(cprivatelinkfacts_resources())

  private init(_ file: cprivatelinkfacts_file) {
    let text = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    rows = text.split(separator: "\n").filter { $0.first != "#" }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The parts of a field between commas.
  static func list(_ field: String) -> [String] { field.split(separator: ",").map(String.init) }
}
