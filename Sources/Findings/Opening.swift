public import AzureResources
public import Filtering
public import IPAddressing

/// What a remedy changes beside the connection that was asked about.
public struct Opening: Sendable, Hashable {
  /// What filters let pass that they didn't before.
  public package(set) var flows: [Flows] = []
  /// Where packets of a subnet go another way than before.
  public package(set) var routes: [Routes] = []
  /// Subnets that reach each other now and didn't before.
  public package(set) var pairs = Pairs()

  package init() {}

  /// Flows that a group lets pass now, at the places where it is attached.
  public struct Flows: Sendable, Hashable {
    public let group: ResourceID
    public let direction: TrafficDirection
    /// Subnets and NICs.
    public let places: [ResourceID]
    /// NICs there.
    public let interfaces: Int
    /// The flows, without the one that was asked about; no flow is in two boxes.
    public let boxes: [FlowBox]
    /// Whether the boxes are exact: a service tag may hold more than the snapshot tells.
    public let isComplete: Bool

    package init(
      group: ResourceID, direction: TrafficDirection, places: [ResourceID], interfaces: Int, boxes: [FlowBox],
      isComplete: Bool
    ) {
      self.group = group
      self.direction = direction
      self.places = places
      self.interfaces = interfaces
      self.boxes = boxes
      self.isComplete = isComplete
    }
  }

  /// Destinations to which a subnet's packets take another next hop.
  public struct Routes: Sendable, Hashable {
    public let subnet: ResourceID
    public let destinations: IPAddressSet
    /// NICs in the subnet.
    public let interfaces: Int

    package init(subnet: ResourceID, destinations: IPAddressSet, interfaces: Int) {
      self.subnet = subnet
      self.destinations = destinations
      self.interfaces = interfaces
    }
  }

  /// Pairs of subnets, asked with the protocol and port of the question.
  public struct Pairs: Sendable, Hashable {
    public package(set) var count = 0
    /// How many pairs were compared.
    public package(set) var compared = 0
    /// Whether all that the change could concern were compared.
    public package(set) var isComplete = true
    /// The first few.
    public package(set) var first: [Pair] = []

    package init() {}
  }

  public struct Pair: Sendable, Hashable {
    public let from: ResourceID
    public let to: ResourceID

    package init(from: ResourceID, to: ResourceID) {
      self.from = from
      self.to = to
    }
  }

  /// Whether nothing but the connection that was asked about changes.
  public var isEmpty: Bool { flows.isEmpty && routes.isEmpty && pairs.count == 0 }
}
