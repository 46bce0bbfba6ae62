internal import AzureResources
internal import IPAddressing

/// One side of a rule with its groups and tags spelled out.
struct CompiledScope: Sendable {
  let isAny: Bool
  let addresses: IPAddressSet
  let names: [String]
  /// What else the side may cover.
  let gap: FirewallGap?

  /// Whether the side covers an address, or the name that the address was found by.
  ///
  /// A network rule's names stand for what the firewall resolves them to. Where the client's name is known and is none
  /// of them, they count as not covering it.
  ///
  /// - Complexity: O(log ranges + names).
  func contains(_ address: IPAddress, _ name: String?) -> FirewallMatch {
    if isAny || addresses.contains(address) { return .yes }
    if let name, names.contains(name) { return .yes }
    if let gap { return .unknown(gap) }
    guard name == nil, let first = names.first else { return .no }
    return .unknown(FirewallGap(.name, nil, "whether \(address) is what \(first) resolves to"))
  }
}
