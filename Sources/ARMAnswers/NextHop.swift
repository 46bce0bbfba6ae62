public import AzureFacts
public import AzureResources
public import IPAddressing
public import JSONDocument
public import Routing

/// Where a NIC, or any host of a subnet, sends packets for an address: the answer of Network Watcher's next hop, and what it follows from.
public struct NextHop: Sendable {
  /// Azure's name of the type; it differs from the one in effective routes (routing semantics C-010).
  public let type: String
  /// The appliance's address; nil for every other type (C-007).
  public let address: IPAddress?
  /// The table of the user route that decides; nil for Azure's own routes.
  public let routeTable: ResourceID?
  /// The route that decides; nil where none is left, which drops the packet.
  public let route: EffectiveRoute?
  /// The NIC that was asked, as an index of `Estate.networkInterfaces`; nil where a subnet was asked.
  public let interface: Int?
  /// What the snapshot lacks for the NIC's routes to be complete.
  public let missing: [MissingInput]
  /// User routes that would or would not decide instead: the addresses behind their service tags are unknown.
  public let undecided: [EffectiveRoute]

  /// The next hop by a subnet's routes.
  ///
  /// - Parameters:
  ///   - interface: The NIC that is asked, where it is one.
  ///   - day: The day whose names of types count.
  public init(_ table: EffectiveRouteTable, to destination: IPAddress, interface: Int? = nil, on day: Day) {
    let route = table.route(to: destination)
    self.route = route
    self.interface = interface
    type = Self.name(of: route?.nextHopType ?? .none, on: day)
    address = route?.nextHopType == .virtualAppliance ? route?.nextHopAddresses.first : nil
    routeTable = route?.source == .user ? table.routeTable : nil
    missing = table.missing
    undecided = table.undecidedRoutes(to: destination)
  }

  /// `{"nextHopType", "nextHopIpAddress", "routeTableId"}` as ARM answers: the address is absent where there is none,
  /// and Azure's own routes stand under the words `System Route`.
  public var json: JSONValue {
    var object = JSONObject([("nextHopType", .string(type))])
    if let address { object["nextHopIpAddress"] = .string(address.description) }
    object["routeTableId"] = .string(routeTable?.text ?? "System Route")
    return .object(object)
  }

  /// The name that the next hop call gives to a type of effective routes.
  ///
  /// - Source: routing semantics C-010.
  public static func name(of type: EffectiveNextHopType, on day: Day) -> String {
    switch type {
    case .vnetLocal: APIBehaviour.nextHopVnetLocalName.value(on: day)
    case .vnetPeering, .vnetGlobalPeering: "VirtualNetworkPeering"
    case .interfaceEndpoint: "PrivateEndpoint"
    case .connectedGroup, .virtualNetworkGateway, .internet, .none, .virtualAppliance, .serviceEndpoint: type.rawValue
    }
  }
}
