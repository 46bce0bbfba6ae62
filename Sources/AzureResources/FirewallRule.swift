public import IPAddressing
internal import JSONReading

/// A rule of a firewall: network, application or destination NAT.
public struct FirewallRule: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case nat = "NatRule"
    case network = "NetworkRule"
    case application = "ApplicationRule"
  }

  public let name: String
  public let kind: Kind
  public let source: FirewallRuleScope
  public let destination: FirewallRuleScope
  /// The protocols of a network or NAT rule.
  public let transports: FirewallTransports
  /// The destination ports of a network or NAT rule.
  public let destinationPorts: PortSet
  /// Whether a protocol or a port could not be read: the rule may cover more than is known.
  public let isIncomplete: Bool

  /// The protocols of an application rule.
  public let applicationProtocols: [FirewallApplicationProtocol]
  /// The names of an application rule, in lower case; `*` alone is any name, a leading `*` any beginning.
  public let targetNames: [String]
  /// Microsoft's lists of names, such as `WindowsUpdate`.
  public let nameTags: [String]
  public let webCategories: [String]
  /// Web addresses, which only a firewall with TLS inspection sees in full.
  public let targetURLs: [String]

  /// Where a NAT rule sends the packet; nil where it names the target by `translatedName`.
  public let translatedAddress: IPAddress?
  public let translatedName: String?
  /// nil where the port stays.
  public let translatedPort: UInt16?

  /// - Parameter kind: What the rule is where it doesn't say itself, as in a classic rule collection.
  init?(_ json: JSONCursor, kind: Kind?, reader: inout ResourceReader) {
    guard let kind = reader.choice("ruleType", in: json) ?? kind else {
      reader.note("ruleType", "the rule is of no type that Azimuth knows")
      return nil
    }
    name = json["name"]?.string ?? ""
    self.kind = kind
    source = FirewallRuleScope(json["sourceAddresses"], groups: json.references("sourceIpGroups"), &reader)
    let destinations = json["destinationAddresses"]
    destination =
      kind == .application && (destinations?.texts ?? []).isEmpty
      ? .any
      : FirewallRuleScope(
        destinations, groups: json.references("destinationIpGroups"), names: json["destinationFqdns"], &reader)
    (transports, applicationProtocols) = (Self.transports(json, kind), Self.applicationProtocols(json, kind))
    let ports = Self.ports(json["destinationPorts"], &reader)
    destinationPorts = ports ?? .empty
    isIncomplete =
      kind == .application
      ? applicationProtocols.isEmpty
        || applicationProtocols.count < (json["protocols"]?.elements.map { $0 } ?? []).count
      : ports?.isEmpty ?? true || transports.isEmpty
    targetNames = (json["targetFqdns"]?.texts ?? []).map { $0.lowercased() }
    nameTags = json["fqdnTags"]?.texts ?? []
    webCategories = json["webCategories"]?.texts ?? []
    targetURLs = (json["targetUrls"]?.texts ?? []).map { $0.lowercased() }
    translatedAddress = reader.address("translatedAddress", in: json)
    translatedName = json["translatedFqdn"]?.texts.first
    translatedPort = json["translatedPort"]?.integer.flatMap { UInt16(exactly: $0) }.flatMap { $0 == 0 ? nil : $0 }
  }

  /// The protocols; none where one of them is unknown.
  private static func transports(_ json: JSONCursor, _ kind: Kind) -> FirewallTransports {
    guard kind != .application else { return [] }
    // Policies say `ipProtocols`, classic rules `protocols`.
    var all: FirewallTransports = []
    for text in (json["ipProtocols"] ?? json["protocols"])?.texts ?? [] {
      guard let one = FirewallTransports(name: text) else { return [] }
      all.formUnion(one)
    }
    return all
  }

  private static func applicationProtocols(_ json: JSONCursor, _ kind: Kind) -> [FirewallApplicationProtocol] {
    guard kind == .application else { return [] }
    return json["protocols"]?.elements.compactMap(FirewallApplicationProtocol.init) ?? []
  }

  /// nil where a text is no port.
  private static func ports(_ list: JSONCursor?, _ reader: inout ResourceReader) -> PortSet? {
    var ports = PortSet.empty
    for text in list?.texts ?? [] {
      do throws(PortParseError) {
        ports.formUnion(try PortSet(text))
      } catch {
        reader.note("destinationPorts", "\(error)")
        return nil
      }
    }
    return ports
  }
}
