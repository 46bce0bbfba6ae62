internal import AzureResources
internal import Diagnosis
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis

/// The body of a connectivity check.
///
/// - Source: routing semantics G-001.
struct ConnectivityQuestion {
  let source: ResourceID
  let destination: Destination
  let port: UInt16?
  let transport: Packet.Transport

  /// Where the connection should go.
  enum Destination {
    case resource(ResourceID)
    case address(IPAddress)
    /// A DNS name.
    case name(String)
  }

  /// What a check can speak, with the transport and the port that go with it.
  private enum Application: String, CaseIterable {
    case tcp, http, https, icmp

    var port: UInt16? {
      switch self {
      case .http: 80
      case .https: 443
      case .tcp, .icmp: nil
      }
    }
  }

  /// - Throws: `ARMError` that names the field which is missing or can't be read.
  init(_ body: JSONValue?) throws(ARMError) {
    let fields = RequestFields(body)
    guard let from = try fields.optionalFields("source") else { throw .invalidFormat("source", "the field is missing") }
    guard let to = try fields.optionalFields("destination") else {
      throw .invalidFormat("destination", "the field is missing")
    }
    source = try from.id("resourceId")
    let application =
      try fields.optionalText("protocol") == nil
      ? .tcp : try fields.choice("protocol", among: Application.allCases)
    transport = application == .icmp ? .icmp : .tcp
    port = transport == .icmp ? nil : try to.optionalPort("port") ?? application.port
    destination = try Self.destination(to)
  }

  private static func destination(_ fields: RequestFields) throws(ARMError) -> Destination {
    if let id = try fields.optionalID("resourceId") { return .resource(id) }
    let text = try fields.text("address")
    if let address = try? IPAddress(text) { return .address(address) }
    guard isName(text) else { throw .invalidFormat("address", "'\(text.prefix(200))' is no address and no DNS name") }
    return .name(text)
  }

  /// Whether a text can be a DNS name (RFC 1035, 2.3.4).
  private static func isName(_ text: String) -> Bool {
    let labels = (text.hasSuffix(".") ? text.dropLast() : text[...]).utf8.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return text.utf8.count <= 254
      && labels.allSatisfy { label in
        (1...63).contains(label.count)
          && label.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
              || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
          }
      }
  }
}
