internal import AzureResources
internal import Filtering
internal import IPAddressing
internal import JSONDocument

/// One flow of which the NSG diagnostic is asked.
///
/// - Source: routing semantics D-130.
struct ConfigurationProfile {
  let direction: TrafficDirection
  let flow: Flow
  /// As it was asked: answers repeat it.
  let json: JSONValue

  /// The address on the target's own side.
  var local: IPAddress { direction == .inbound ? flow.destination : flow.source }

  /// - Throws: `ARMError` that names the field which is missing or can't be read.
  init(_ json: JSONValue) throws(ARMError) {
    self.json = json
    let fields = RequestFields(json)
    direction = try fields.choice("direction", among: TrafficDirection.allCases)
    let transport = try Self.transport(fields)
    flow = Flow(
      transport, from: try Self.address("source", fields), port: nil, to: try Self.address("destination", fields),
      port: try fields.port("destinationPort"))
  }

  /// `Any` stands for every protocol beside `*`.
  private static func transport(_ fields: RequestFields) throws(ARMError) -> SecurityRuleProtocol {
    if try fields.text("protocol").matches("Any") { return .any }
    return try fields.choice("protocol", among: SecurityRuleProtocol.allCases)
  }

  /// An address, or the prefix of a single one.
  private static func address(_ field: String, _ fields: RequestFields) throws(ARMError) -> IPAddress {
    let text = try fields.text(field)
    if let prefix = try? IPPrefix(text), prefix.isHost { return prefix.firstAddress }
    return try fields.address(field)
  }
}
