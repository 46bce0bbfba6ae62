public import AzureResources
public import IPAddressing

/// What a person names as one end of a connection.
public enum EndpointReference: Sendable, Hashable {
  /// A virtual machine, NIC, subnet or private endpoint of the estate.
  case resource(ResourceID)
  case address(IPAddress)
  /// A name of DNS, such as `shop.contoso.com`.
  case name(String)
  case internet
  case onPremises
}
