public import IPAddressing
internal import JSONDocument

/// A row of an ARP table.
public struct ARPEntry: Sendable, Hashable {
  /// Documented as minutes. A recorded circuit fits seconds better: no check rests on the unit (facts §8).
  public let age: Int64?
  public let interface: Interface
  /// The address as it was written.
  public let ipAddressText: String
  public let ipAddress: IPAddress?
  /// The MAC address as it was written, `Incomplete` included.
  public let macAddressText: String
  /// nil for `Incomplete` and for texts that are no MAC address.
  public let macAddress: MACAddress?

  /// Whose address a row is about.
  public enum Interface: Sendable, Hashable {
    case onPremises
    case microsoft
    case other(String)

    /// `On-Prem`, `Microsoft`, or what was read.
    public var text: String {
      switch self {
      case .onPremises: "On-Prem"
      case .microsoft: "Microsoft"
      case .other(let text): text
      }
    }

    public init(_ text: String) {
      let letters = text.lowercased().filter(\.isLetter)
      self =
        letters.hasPrefix("onprem") || letters == "customer"
        ? .onPremises : letters == "microsoft" ? .microsoft : .other(text)
    }
  }

  /// Whether Microsoft's router asked and nobody answered.
  public var isIncomplete: Bool { macAddressText.lowercased() == "incomplete" }

  init?(_ json: JSONValue) {
    guard json.members != nil, let address = json.text("ipAddress") else { return nil }
    age = json.integer("age")
    interface = Interface(json.text("interface") ?? json.text("interfaceProperty") ?? "")
    ipAddressText = address
    ipAddress = try? IPAddress(address)
    macAddressText = json.text("macAddress") ?? ""
    macAddress = MACAddress(macAddressText)
  }
}
