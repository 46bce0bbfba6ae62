internal import AzureResources
internal import Estate

extension RouteTableBuilder {
  /// The VPN gateway that a user route with next hop type `VirtualNetworkGateway` leads to: the network's own, or a
  /// peer's by gateway transit. An ExpressRoute gateway takes no such route (routing semantics B-079).
  ///
  /// - Returns: An index of `Estate.virtualNetworkGateways`.
  public func usableVPNGateway(fromNetwork network: Int) -> Int? {
    guard let provider = GatewayUse(estate, network).provider else { return nil }
    return estate.gateways(inNetwork: provider).first {
      estate.virtualNetworkGateways[$0].gatewayType == .vpn
    }
  }
}
