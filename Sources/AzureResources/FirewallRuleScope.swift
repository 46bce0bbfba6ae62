public import IPAddressing
internal import JSONReading

/// The addresses that one side of a firewall rule covers.
public struct FirewallRuleScope: Sendable, Hashable {
  public let isAny: Bool
  public let addresses: IPAddressSet
  public let serviceTags: [String]
  public let ipGroups: [ResourceID]
  /// Names that the firewall resolves itself, as destinations of network rules.
  public let names: [String]
  /// Whether a part could not be read, or nothing is said at all: the side may cover more than is known.
  public let isIncomplete: Bool

  /// Covers everything.
  static let any = FirewallRuleScope(
    isAny: true, addresses: IPAddressSet(), serviceTags: [], ipGroups: [], names: [], isIncomplete: false)

  private init(
    isAny: Bool, addresses: IPAddressSet, serviceTags: [String], ipGroups: [ResourceID], names: [String],
    isIncomplete: Bool
  ) {
    self.isAny = isAny
    self.addresses = addresses
    self.serviceTags = serviceTags
    self.ipGroups = ipGroups
    self.names = names
    self.isIncomplete = isIncomplete
  }

  init(_ addresses: JSONCursor?, groups: [ResourceID], names: JSONCursor? = nil, _ reader: inout ResourceReader) {
    let texts = addresses?.texts ?? []
    let names = names?.texts ?? []
    guard !texts.contains(where: { ["*", "any"].contains($0.lowercased()) }) else {
      self = .any
      return
    }
    var set = IPAddressSet()
    var tags: [String] = []
    var isIncomplete = texts.isEmpty && groups.isEmpty && names.isEmpty
    for text in texts {
      if let part = IPAddressSet(firewallText: text) {
        set.formUnion(part)
      } else if case .serviceTag(let tag)? = RouteDestination(serviceTag: text) {
        tags.append(tag)
      } else {
        reader.note("addresses", "\"\(text)\" is neither an address nor a range nor a service tag")
        isIncomplete = true
      }
    }
    self.init(
      isAny: false, addresses: set, serviceTags: tags, ipGroups: groups, names: names.map { $0.lowercased() },
      isIncomplete: isIncomplete)
  }
}

extension IPAddressSet {
  /// Reads an address, a prefix or a range such as `10.0.0.4-10.0.0.9`, as firewalls and IP groups write them; nil for
  /// anything else.
  init?(firewallText text: String) {
    if let prefix = try? IPPrefix(text, hostBits: .masked) {
      self.init(prefixes: CollectionOfOne(prefix))
    } else if let range = try? AddressRange<IPv4Address>(text) {
      self.init(v4: AddressSet(range))
    } else if let range = try? AddressRange<IPv6Address>(text) {
      self.init(v6: AddressSet(range))
    } else {
      return nil
    }
  }
}
