package import JSONReading

/// The rules that a firewall without a policy holds itself.
public struct ClassicFirewallRules: Sendable, Hashable {
  public let nat: [FirewallRuleCollection]
  public let network: [FirewallRuleCollection]
  public let application: [FirewallRuleCollection]
  /// Whether a collection could not be read, or the snapshot says nothing of rules: there may be more.
  public let isIncomplete: Bool

  package init(_ json: JSONCursor, reader: inout ResourceReader) {
    let properties = json.properties
    let nat = properties["natRuleCollections"]
    let network = properties["networkRuleCollections"]
    let application = properties["applicationRuleCollections"]
    (self.nat, self.network, self.application) = (
      Self.collections(nat, .nat, &reader), Self.collections(network, .network, &reader),
      Self.collections(application, .application, &reader)
    )
    let listed = [nat, network, application].reduce(0) { $0 + ($1?.elements.reduce(0) { count, _ in count + 1 } ?? 0) }
    let isSilent = nat == nil && network == nil && application == nil
    isIncomplete = isSilent || listed != self.nat.count + self.network.count + self.application.count
  }

  private static func collections(
    _ list: JSONCursor?, _ kind: FirewallRule.Kind, _ reader: inout ResourceReader
  ) -> [FirewallRuleCollection] {
    list?.elements.compactMap { FirewallRuleCollection($0, kind: kind, reader: &reader) } ?? []
  }
}
