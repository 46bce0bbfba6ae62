internal import HybridConnectivity
internal import IPAddressing
internal import JSONDocument

/// What the columns of each kind of table are called, and what their cells may hold.
enum TableColumns {
  /// One column.
  struct Column {
    /// As ARM calls it.
    let name: String
    /// Other names that PowerShell and the portal give it.
    var others: [String] = []
    let content: Content
  }

  /// What a cell may hold. Masked texts (`123##`, `***`) may stand anywhere.
  enum Content {
    case text
    /// Something must be there.
    case word
    case integer
    /// A number, or nothing.
    case optionalInteger
    case address
    /// An address with or without the star of the best path, or nothing.
    case nextHop
    case prefix
    case macAddress
  }

  /// The columns of a table; empty for what isn't a table.
  static func of(_ kind: OperatorTable.Kind) -> [Column] {
    switch kind {
    case .arpTable:
      [
        Column(name: "age", others: ["age (minutes)"], content: .optionalInteger),
        Column(name: "interface", others: ["interfaceproperty"], content: .word),
        Column(name: "ipAddress", others: ["ip address"], content: .address),
        Column(name: "macAddress", others: ["mac address"], content: .macAddress),
      ]
    case .routeTable:
      [
        Column(name: "network", content: .prefix),
        Column(name: "nextHop", others: ["next hop"], content: .nextHop),
        Column(name: "locPrf", others: ["locprf", "local preference"], content: .optionalInteger),
        Column(name: "weight", content: .optionalInteger), Column(name: "path", others: ["as path"], content: .text),
      ]
    case .routeSummary:
      [
        Column(name: "neighbor", others: ["neighbour"], content: .address),
        Column(name: "v", others: ["vproperty", "version"], content: .optionalInteger),
        Column(name: "as", others: ["asproperty", "asn"], content: .integer),
        Column(name: "upDown", others: ["up/down", "up down"], content: .word),
        Column(name: "statePfxRcd", others: ["state/pfxrcd", "state pfx rcd"], content: .word),
      ]
    case .statistics:
      ["primaryBytesIn", "primaryBytesOut", "secondaryBytesIn", "secondaryBytesOut"].map {
        Column(name: $0, content: .integer)
      }
    case .bgpPeerStatus:
      [
        Column(name: "neighbor", content: .address), Column(name: "asn", content: .integer),
        Column(name: "state", content: .word),
      ]
    case .gatewayRoutes:
      [
        Column(name: "network", content: .prefix), Column(name: "origin", content: .word),
        Column(name: "asPath", content: .text),
      ]
    case .circuit, .peering, .resource, .failure: []
    }
  }

  /// The kind of thing that has these names, in lower case; nil for an unknown one.
  static func kind(of names: Set<String>) -> OperatorTable.Kind? {
    func has(_ any: String...) -> Bool { any.contains { names.contains($0) } }
    if has("circuitprovisioningstate", "serviceproviderprovisioningstate") { return .circuit }
    if has("peeringtype") && has("peerasn", "vlanid", "azureasn") { return .peering }
    if has("macaddress", "mac address", "interfaceproperty") { return .arpTable }
    if has("statepfxrcd", "state/pfxrcd", "updown", "up/down") { return .routeSummary }
    if has("locprf") || (has("network") && has("path", "as path")) { return .routeTable }
    if has("primarybytesin", "primarybytesout", "secondarybytesin", "secondarybytesout") { return .statistics }
    if has("connectedduration", "routesreceived", "messagessent") { return .bgpPeerStatus }
    if has("network") && has("aspath", "sourcepeer", "origin") { return .gatewayRoutes }
    if has("id") { return .resource }
    // What is left of a table whose other columns were cut off.
    if has("neighbor") { return .routeSummary }
    if has("network") { return .routeTable }
    return has("ipaddress") && has("interface", "age") ? .arpTable : nil
  }

  /// What is wrong with a cell; nil where it may stand there.
  static func fault(_ cell: String, in content: Content) -> String? {
    if cell.hasSuffix("...") || cell.hasSuffix("…") { return "was cut off" }
    if cell.contains(where: { "#*<>".contains($0) }),
      content != .nextHop || cell.contains(where: { "#<>".contains($0) })
    {
      return nil
    }
    switch content {
    case .text: return nil
    case .word: return cell.isEmpty ? "is empty" : nil
    case .integer: return Int64(cell) == nil && !isDottedNumber(cell) ? "is no number" : nil
    case .optionalInteger: return cell.isEmpty || Int64(cell) != nil ? nil : "is no number"
    case .address: return (try? IPAddress(cell)) == nil ? "is no IP address" : nil
    case .nextHop:
      let address = cell.hasSuffix("*") ? cell.dropLast() : cell[...]
      return cell.isEmpty || (try? IPAddress(address)) != nil ? nil : "is no IP address"
    case .prefix:
      return (try? IPPrefix(cell, hostBits: .masked)) == nil && (try? IPAddress(cell)) == nil ? "is no prefix" : nil
    case .macAddress:
      return MACAddress(cell) != nil || cell.lowercased() == "incomplete" ? nil : "is no MAC address"
    }
  }

  /// An AS number in two halves, `1.10`.
  private static func isDottedNumber(_ cell: String) -> Bool {
    let halves = cell.split(separator: ".", omittingEmptySubsequences: false)
    return halves.count == 2 && halves.allSatisfy { UInt16($0) != nil }
  }
}
