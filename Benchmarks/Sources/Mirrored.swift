/// The properties that azimuth keeps, for `JSONDecoder`.
enum Mirrored {
  struct Reference: Decodable { let id: Typed.ID }

  struct Child<Properties: Decodable>: Decodable {
    let id: Typed.ID
    let properties: Properties
  }

  struct AddressSpace: Decodable { let addressPrefixes: [Typed.Prefix] }

  struct VirtualNetwork: Decodable {
    let addressSpace: AddressSpace
    let subnets: [Child<Subnet>]?
    let virtualNetworkPeerings: [Child<Peering>]?
    let dhcpOptions: DHCPOptions?
  }

  struct DHCPOptions: Decodable { let dnsServers: [Typed.Address]? }

  struct Subnet: Decodable {
    let addressPrefix: Typed.Prefix?
    let addressPrefixes: [Typed.Prefix]?
    let routeTable: Reference?
    let networkSecurityGroup: Reference?
    let natGateway: Reference?
    let serviceEndpoints: [ServiceEndpoint]?
    let privateEndpointNetworkPolicies: String?
    let defaultOutboundAccess: Bool?
    let delegations: [Child<Delegation>]?
  }

  struct ServiceEndpoint: Decodable {
    let service: String
    let locations: [String]?
  }

  struct Delegation: Decodable { let serviceName: String? }

  struct Peering: Decodable {
    let remoteVirtualNetwork: Reference?
    let peeringState: String?
    let peeringSyncLevel: String?
    let allowVirtualNetworkAccess: Bool?
    let allowForwardedTraffic: Bool?
    let allowGatewayTransit: Bool?
    let useRemoteGateways: Bool?
    let remoteAddressSpace: AddressSpace?
    let remoteVirtualNetworkAddressSpace: AddressSpace?
    let localAddressSpace: AddressSpace?
    let peerCompleteVnets: Bool?
    let enableOnlyIPv6Peering: Bool?
  }

  struct NetworkInterface: Decodable {
    let ipConfigurations: [Child<IPConfiguration>]
    let virtualMachine: Reference?
    let privateEndpoint: Reference?
    let networkSecurityGroup: Reference?
    let enableIPForwarding: Bool?
    let primary: Bool?
    let provisioningState: String?
  }

  struct IPConfiguration: Decodable {
    let privateIPAddress: Typed.Address?
    let subnet: Reference?
    let publicIPAddress: Reference?
    let primary: Bool?
    let applicationSecurityGroups: [Reference]?
    let loadBalancerBackendAddressPools: [Reference]?
  }

  struct VirtualMachine: Decodable { let networkProfile: NetworkProfile? }

  struct NetworkProfile: Decodable { let networkInterfaces: [MachineInterface]? }

  struct MachineInterface: Decodable {
    let id: Typed.ID
    let properties: Primary?
  }

  struct Primary: Decodable { let primary: Bool? }

  struct RouteTable: Decodable {
    let disableBgpRoutePropagation: Bool?
    let routes: [Child<Route>]
    let subnets: [Reference]?
  }

  struct Route: Decodable {
    let addressPrefix: String
    let nextHopType: String
    let nextHopIpAddress: Typed.Address?
  }

  struct PublicIPAddress: Decodable {
    let ipAddress: Typed.Address?
    let ipConfiguration: Reference?
  }

  struct LoadBalancer: Decodable {
    let frontendIPConfigurations: [Child<IPConfiguration>]?
    let loadBalancingRules: [Child<LoadBalancingRule>]?
  }

  struct LoadBalancingRule: Decodable {
    let frontendIPConfiguration: Reference?
    let backendAddressPool: Reference?
    let `protocol`: String?
    let frontendPort: Int?
    let backendPort: Int?
    let enableFloatingIP: Bool?
  }

  struct PrivateEndpoint: Decodable {
    let subnet: Reference?
    let networkInterfaces: [Reference]?
    let privateLinkServiceConnections: [Child<PrivateLinkServiceConnection>]?
  }

  struct PrivateLinkServiceConnection: Decodable {
    let privateLinkServiceId: Typed.ID?
    let groupIds: [String]?
  }

  struct Gateway: Decodable {
    let gatewayType: String?
    let ipConfigurations: [Child<IPConfiguration>]?
    let activeActive: Bool?
    let enableBgp: Bool?
    let gatewayDefaultSite: Reference?
  }

  struct Connection: Decodable {
    let connectionType: String?
    let virtualNetworkGateway1: Reference?
    let virtualNetworkGateway2: Reference?
    let localNetworkGateway2: Reference?
    let peer: Reference?
    let enableBgp: Bool?
    let connectionStatus: String?
  }

  struct LocalNetworkGateway: Decodable {
    let localNetworkAddressSpace: AddressSpace?
    let gatewayIpAddress: Typed.Address?
  }

  struct NetworkSecurityGroup: Decodable { let securityRules: [Child<SecurityRule>] }

  struct SecurityRule: Decodable {
    let priority: Int
    let direction: String
    let access: String
    let `protocol`: String
    let sourceAddressPrefix: Typed.Scope?
    let sourceAddressPrefixes: [Typed.Scope]?
    let destinationAddressPrefix: Typed.Scope?
    let destinationAddressPrefixes: [Typed.Scope]?
    let sourceApplicationSecurityGroups: [Reference]?
    let destinationApplicationSecurityGroups: [Reference]?
    let sourcePortRange: Typed.Ports?
    let sourcePortRanges: [Typed.Ports]?
    let destinationPortRange: Typed.Ports?
    let destinationPortRanges: [Typed.Ports]?
  }
}
