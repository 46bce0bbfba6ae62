/// A resource as `JSONDecoder` reads it, by its type.
enum MirroredResource: Decodable {
  case virtualNetwork(Envelope<Mirrored.VirtualNetwork>)
  case networkInterface(Envelope<Mirrored.NetworkInterface>)
  case virtualMachine(Envelope<Mirrored.VirtualMachine>)
  case routeTable(Envelope<Mirrored.RouteTable>)
  case publicIPAddress(Envelope<Mirrored.PublicIPAddress>)
  case loadBalancer(Envelope<Mirrored.LoadBalancer>)
  case privateEndpoint(Envelope<Mirrored.PrivateEndpoint>)
  case gateway(Envelope<Mirrored.Gateway>)
  case connection(Envelope<Mirrored.Connection>)
  case localNetworkGateway(Envelope<Mirrored.LocalNetworkGateway>)
  case networkSecurityGroup(Envelope<Mirrored.NetworkSecurityGroup>)
  case other(id: Typed.ID)

  /// Whether the rules of network security groups are wanted.
  static let readsRules = CodingUserInfoKey(rawValue: "rules")

  /// What ARM puts around the properties.
  struct Envelope<Properties: Decodable>: Decodable {
    let id: Typed.ID
    let location: String?
    let properties: Properties
  }

  private enum Key: String, CodingKey { case id, type }

  init(from decoder: any Decoder) throws {
    let outer = try decoder.container(keyedBy: Key.self)
    let whole = try decoder.singleValueContainer()
    switch try outer.decode(String.self, forKey: .type) {
    case "Microsoft.Network/virtualNetworks": self = .virtualNetwork(try whole.decode(Envelope.self))
    case "Microsoft.Network/networkInterfaces": self = .networkInterface(try whole.decode(Envelope.self))
    case "Microsoft.Compute/virtualMachines": self = .virtualMachine(try whole.decode(Envelope.self))
    case "Microsoft.Network/routeTables": self = .routeTable(try whole.decode(Envelope.self))
    case "Microsoft.Network/publicIPAddresses": self = .publicIPAddress(try whole.decode(Envelope.self))
    case "Microsoft.Network/loadBalancers": self = .loadBalancer(try whole.decode(Envelope.self))
    case "Microsoft.Network/privateEndpoints": self = .privateEndpoint(try whole.decode(Envelope.self))
    case "Microsoft.Network/virtualNetworkGateways": self = .gateway(try whole.decode(Envelope.self))
    case "Microsoft.Network/connections": self = .connection(try whole.decode(Envelope.self))
    case "Microsoft.Network/localNetworkGateways": self = .localNetworkGateway(try whole.decode(Envelope.self))
    case "Microsoft.Network/networkSecurityGroups" where Self.readsRules.flatMap({ decoder.userInfo[$0] }) != nil:
      self = .networkSecurityGroup(try whole.decode(Envelope.self))
    default: self = .other(id: try outer.decode(Typed.ID.self, forKey: .id))
    }
  }
}
