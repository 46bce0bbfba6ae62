internal import AzureResources
internal import IPAddressing

/// The rules of one firewall in the order in which it tries them, and its addresses.
struct CompiledFirewall: Sendable {
  enum Entry: Sendable {
    case rule(CompiledRule)
    /// Rules that are here and not known.
    case gap(FirewallGap)
  }

  let id: ResourceID
  /// Whether the rules are in the firewall itself.
  let isClassic: Bool
  let nat: [Entry]
  let network: [Entry]
  let application: [Entry]
  let threatIntelMode: ThreatIntelMode?
  let privateRanges: FirewallPrivateRanges

  let privateAddress: IPAddress?
  let publicAddresses: [IPAddress]
  /// Where packets leave for the internet: `publicAddresses`, or those of a NAT gateway at the firewall's subnet.
  let outboundAddresses: [IPAddress]
  /// Whether a configuration has a public address that the snapshot lacks.
  let lacksPublicAddress: Bool
  /// Whether the data plane has a public address at all; a firewall for forced tunnelling may have none.
  let hasPublicAddress: Bool

  /// Whether the address is the firewall's own. nil: may be.
  func owns(_ address: IPAddress) -> Bool? {
    if address == privateAddress || publicAddresses.contains(address) { return true }
    return lacksPublicAddress && !address.isPrivate ? nil : false
  }

  /// The source behind the firewall, of traffic that a network rule allowed (routing semantics E-046).
  func source(to destination: IPAddress) -> FirewallSourceTranslation {
    if privateRanges.contains(destination) { return .none }
    guard !privateRanges.isIncomplete else {
      return .unknown(FirewallGap(.resource, id, "the private ranges of firewall \(id.name), which can't be read"))
    }
    return translatedSource(to: destination)
  }

  /// The source of what is always translated.
  func translatedSource(to destination: IPAddress) -> FirewallSourceTranslation {
    destination.isPrivate || !hasPublicAddress ? .privateAddress(privateAddress) : .publicAddress(outboundAddresses)
  }
}
