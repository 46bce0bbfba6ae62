public import Estate

extension Estate {
  /// The gateways whose routes a network gets: its own, or a peer's by gateway transit (routing semantics B-061).
  ///
  /// - Returns: Indexes of `virtualNetworkGateways`.
  public func gateways(usedByNetwork network: Int) -> [Int] {
    GatewayUse(self, network).provider.map { gateways(inNetwork: $0) } ?? []
  }
}
