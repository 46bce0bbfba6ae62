public import AzureResources
public import IPAddressing
internal import PathAnalysis

/// One end of a connection, found in the estate.
public struct LocatedEndpoint: Sendable {
  /// The resource; nil for a bare address, the internet and on-premises.
  public let resource: ResourceID?
  public let address: IPAddress
  /// The address inside the network, where the end was named by its public one.
  let privateAddress: IPAddress?
  /// Index of the subnet whose routes apply; nil outside the estate.
  let subnet: Int?
  /// Index of the machine.
  let machine: Int?
  let delivery: Tracer.Delivery
  /// How it came to its address, where that was a choice.
  let assumption: Assumption?

  init(
    _ resource: ResourceID?, _ address: IPAddress, private privateAddress: IPAddress? = nil, subnet: Int?,
    machine: Int? = nil, delivery: Tracer.Delivery = .owner, assumption: Assumption? = nil
  ) {
    self.resource = resource
    self.address = address
    self.privateAddress = privateAddress
    self.subnet = subnet
    self.machine = machine
    self.delivery = delivery
    self.assumption = assumption
  }
}
