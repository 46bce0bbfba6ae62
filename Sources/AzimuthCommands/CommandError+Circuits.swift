internal import AzureResources
internal import HybridConnectivity
internal import Reporting

/// What can be wrong with a circuit.
extension CommandError {
  static func noPeering(_ type: PeeringType, _ circuit: Circuit) -> CommandError {
    let others = circuit.peerings.map(\.name)
    return CommandError(
      message: "\(DisplayName.of(circuit.id)) has no \(type.rawValue)",
      details: others.isEmpty ? [] : ["it has " + others.joined(separator: ", ")],
      remedy: others.isEmpty
        ? "Configure one, or, where the provider does that (IPVPN), refresh the circuit." : "Name one that it has.")
  }
}
