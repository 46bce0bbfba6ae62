internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Hosts with a public address whose remote-administration ports are open to the whole internet.
///
/// A group at the NIC that opens the port is reported even where the subnet's group still closes it: one change there,
/// by somebody who doesn't know, and the port is open.
struct ManagementPortCheck: AuditCheck {
  static let code = CheckCode.managementPortOpen
  private static let ports: [(port: UInt16, name: String)] = [(22, "SSH"), (3389, "RDP")]

  /// How one group stands to a port.
  private enum Standing {
    case absent
    case closed
    case open(SecurityRule)
  }

  /// A port that is open.
  private struct Opening {
    let port: String
    let rules: [SecurityRule]
    /// Whether the subnet's group still closes what the NIC's opens.
    var isClosedBySubnet = false
  }

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.networkInterfaces.indices.flatMap { index -> [Finding] in
      let interface = estate.networkInterfaces[index]
      guard let configuration = interface.ipConfigurations.first(where: { $0.publicIPAddress != nil }) else {
        return []
      }
      let around = estate.subnet(ofInterface: index).map { estate.subnet($0) }
      let outer = around?.networkSecurityGroup.flatMap { estate.networkSecurityGroup($0)?.group }
      let inner = interface.networkSecurityGroup.flatMap { estate.networkSecurityGroup($0)?.group }
      // A group that the snapshot lacks may close the port.
      guard (outer == nil) == (around?.networkSecurityGroup == nil),
        (inner == nil) == (interface.networkSecurityGroup == nil)
      else { return [] }
      let openings = Self.ports.compactMap { port, name in
        opening(
          standing(outer, port, configuration), standing(inner, port, configuration), "\(name) (port \(port))",
          configuration, audited)
      }
      // What is open and what one group still closes are two faults.
      return [false, true].compactMap { isClosed in
        finding(interface, configuration, openings.filter { $0.isClosedBySubnet == isClosed }, audited)
      }
    }
  }

  private static func standing(
    _ group: NetworkSecurityGroup?, _ port: UInt16, _ configuration: IPConfiguration
  ) -> Standing {
    guard let group else { return .absent }
    let inbound = group.securityRules.filter { $0.direction == .inbound }.sorted { $0.priority < $1.priority }
    guard let rule = RuleLookup.first(inbound, .internet(port), at: configuration), rule.access == .allow else {
      return .closed
    }
    return .open(rule)
  }

  private static func opening(
    _ subnet: Standing, _ nic: Standing, _ port: String, _ configuration: IPConfiguration, _ audited: AuditedEstate
  ) -> Opening? {
    switch (subnet, nic) {
    case (.open(let outer), .open(let inner)): return Opening(port: port, rules: [outer, inner])
    case (.open(let rule), .absent), (.absent, .open(let rule)): return Opening(port: port, rules: [rule])
    case (.closed, .open(let rule)): return Opening(port: port, rules: [rule], isClosedBySubnet: true)
    case (.absent, .absent):
      // Without any group a standard address lets nothing in, a basic one everything.
      let address = audited.estate.publicIPAddressIndex(configuration.publicIPAddress)
        .map { audited.estate.publicIPAddresses[$0] }
      return address?.sku?.lowercased() == "basic" ? Opening(port: port, rules: []) : nil
    default: return nil
    }
  }

  private static func finding(
    _ interface: NetworkInterface, _ configuration: IPConfiguration, _ openings: [Opening], _ audited: AuditedEstate
  ) -> Finding? {
    guard let first = openings.first else { return nil }
    let rules = openings.flatMap(\.rules).reduce(into: [SecurityRule]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let allow = rules.count == 1 ? "allows" : "allow"
    let by =
      rules.isEmpty
      ? "no network security group filters it"
      : "rule\(rules.count == 1 ? "" : "s") \(audited.names(rules.map(\.id))) of \(rules.last?.id.parent?.name ?? "")"
        + " \(allow) it from anywhere"
    return Finding(
      code, .warning,
      "NIC \(interface.id.name) has public address \(configuration.publicIPAddress?.name ?? ""), and \(by):"
        + " \(openings.map(\.port).joined(separator: " and ")) \(openings.count == 1 ? "is" : "are") open to the internet"
        + (first.isClosedBySubnet ? "; only the group of its subnet still closes it" : ""),
      interface.id, rules.map { audited.property($0.id, "access", $0.access.rawValue) },
      remedy: Remedy(
        "take the public address away (Azure Bastion needs none), or allow your own addresses alone",
        rules.map { ShadowedRuleCheck.command("update", $0, "--source-address-prefixes <your addresses>") }))
  }
}
