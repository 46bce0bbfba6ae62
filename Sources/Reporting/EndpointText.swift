internal import AzureResources
internal import Diagnosis
internal import IPAddressing

/// One end of a connection in words.
enum EndpointText {
  /// The resource's id, or what was asked for.
  static func identifier(_ endpoint: LocatedEndpoint, _ reference: EndpointReference) -> String {
    switch reference {
    case .internet: "internet"
    case .onPremises: "onpremises"
    case .name(let name): name
    case .resource, .address: endpoint.resource?.text ?? endpoint.address.description
    }
  }

  /// The name and the address.
  static func words(_ endpoint: LocatedEndpoint, _ reference: EndpointReference) -> String {
    switch reference {
    case .internet: return "the internet"
    case .onPremises: return "on-premises (\(endpoint.address))"
    case .name(let name): return name
    case .address: return endpoint.resource.map { "\(endpoint.address) (\($0.name))" } ?? "\(endpoint.address)"
    case .resource(let id): return "\(id.name) (\(endpoint.address))"
    }
  }
}
