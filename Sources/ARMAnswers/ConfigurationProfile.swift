internal import AzureResources
internal import Filtering
internal import IPAddressing
internal import JSONDocument

/// One flow of which the NSG diagnostic is asked.
///
/// - Source: routing semantics D-130.
struct ConfigurationProfile {
  let direction: TrafficDirection
  let transport: SecurityRuleProtocol
  let source: ProfileEnd
  let destination: ProfileEnd
  /// nil for any.
  let port: UInt16?
  /// As it was asked: answers repeat it.
  let json: JSONValue

  /// The address on the target's own side, where it is one.
  var local: IPAddress? { (direction == .inbound ? destination : source).single }

  /// The flow, where both sides are single addresses.
  var flow: Flow? {
    guard let source = source.single, let destination = destination.single else { return nil }
    return Flow(transport, from: source, port: nil, to: destination, port: port)
  }

  /// - Throws: `ARMError` that names the field which is missing or can't be read.
  init(_ json: JSONValue) throws(ARMError) {
    self.json = json
    let fields = RequestFields(json)
    direction = try fields.choice("direction", among: TrafficDirection.allCases)
    transport = try Self.transport(fields)
    source = try ProfileEnd("source", fields)
    destination = try ProfileEnd("destination", fields)
    port = try fields.port("destinationPort")
  }

  /// `Any` stands for every protocol beside `*`.
  private static func transport(_ fields: RequestFields) throws(ARMError) -> SecurityRuleProtocol {
    if try fields.text("protocol").matches("Any") { return .any }
    return try fields.choice("protocol", among: SecurityRuleProtocol.allCases)
  }
}
