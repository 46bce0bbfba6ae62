internal import AzureResources
internal import Filtering
internal import IPAddressing
internal import JSONDocument

/// The body of an IP flow verify call.
struct FlowQuestion {
  let target: ResourceID
  let interface: ResourceID?
  let direction: TrafficDirection
  let local: IPAddress
  let flow: Flow

  /// - Throws: `ARMError` that names the field which is missing or can't be read.
  init(_ body: JSONValue?) throws(ARMError) {
    let fields = RequestFields(body)
    target = try fields.id("targetResourceId")
    interface = try fields.optionalID("targetNicResourceId")
    direction = try fields.choice("direction", among: TrafficDirection.allCases)
    let transport = try fields.choice("protocol", among: [SecurityRuleProtocol.tcp, .udp])
    local = try fields.address("localIPAddress")
    let remote = try fields.address("remoteIPAddress")
    let localPort = try fields.port("localPort")
    let remotePort = try fields.port("remotePort")
    flow =
      direction == .inbound
      ? Flow(transport, from: remote, port: remotePort, to: local, port: localPort)
      : Flow(transport, from: local, port: localPort, to: remote, port: remotePort)
  }
}
