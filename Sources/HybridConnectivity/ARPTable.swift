package import JSONDocument

/// The ARP table of one path of a peering, as Microsoft's edge router has it.
public struct ARPTable: TableContent, Hashable {
  public let entries: [ARPEntry]

  package init?(_ answer: JSONValue) {
    guard let rows = answer.rows else { return nil }
    entries = rows.compactMap { ARPEntry($0) }
    guard entries.count == rows.count else { return nil }
  }

  /// The first row of the customer's (or provider's) side.
  public var onPremises: ARPEntry? { entries.first { $0.interface == .onPremises } }

  /// The first row of Microsoft's side. Some hardware never lists it.
  public var microsoft: ARPEntry? { entries.first { $0.interface == .microsoft } }
}
