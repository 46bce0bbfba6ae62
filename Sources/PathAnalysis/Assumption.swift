public import AzureResources

/// Something that an answer takes for granted because the configuration can't show it.
public struct Assumption: Sendable, Hashable {
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The guest of an appliance forwards; only the guest knows.
    case guestForwards = "AZA001"
    /// A machine whose power state the snapshot doesn't hold runs.
    case machineRuns = "AZA002"
    /// Of equally good next hops the first was followed.
    case firstOfSeveral = "AZA003"
    /// No learned route that the snapshot lacks is more specific than the route taken.
    case noLongerLearnedRoute = "AZA004"
    /// What a firewall's word takes for granted, such as that threat intelligence knows neither end.
    case firewallAllows = "AZA005"
    /// On-premises routes lead to the destination and back.
    case onPremisesRoutes = "AZA006"
    /// A peering whose state the snapshot doesn't hold is connected.
    case peeringConnected = "AZA007"
    /// A service answers the way the request came.
    case serviceAnswers = "AZA008"
    /// A free address of the subnet stands for it.
    case representativeAddress = "AZA009"
    /// An appliance with several NICs sends on by the one at which it received.
    case sameInterface = "AZA010"
    /// The guest at the destination takes what arrives: its firewall, and a process that listens.
    case guestAccepts = "AZA011"
    /// An appliance drops packets of connections whose start it didn't see.
    case applianceKeepsState = "AZA012"
    /// An appliance translates the source, as was declared.
    case translatesSource = "AZA013"
    /// The subnet has default outbound access, as it doesn't say otherwise.
    case defaultOutboundAccess = "AZA014"
    /// The guest of a machine with several NICs has routes that send by another NIC than the primary one.
    case guestRoutes = "AZA015"
  }

  public let code: Code
  public let resource: ResourceID?
  public let summary: String

  public init(_ code: Code, _ resource: ResourceID?, _ summary: String) {
    self.code = code
    self.resource = resource
    self.summary = summary
  }
}
