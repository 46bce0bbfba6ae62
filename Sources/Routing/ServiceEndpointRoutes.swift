internal import AzureFacts
internal import AzureResources
internal import IPAddressing

/// The routes of service endpoints: one row a service, with all its prefixes (routing semantics B-068).
struct ServiceEndpointRoutes {
  private let tags: ServiceTagIndex

  init(_ tags: ServiceTagIndex) { self.tags = tags }

  func layer(of endpoints: [ServiceEndpoint]) -> (layer: RouteLayer, missing: [MissingInput]) {
    var missing: [MissingInput] = []
    let rows = endpoints.map { endpoint -> EffectiveRoute in
      let prefixes = prefixes(endpoint)
      if prefixes == nil {
        missing.append(
          MissingInput(
            .serviceTag, nil, "the prefixes of \(endpoint.service), for which the subnet has a service endpoint",
            command: "az network list-service-tags --location <region> -o json"))
      }
      return EffectiveRoute(
        .default, .serviceEndpoint, prefixes ?? [], serviceTag: endpoint.service,
        origin: .serviceEndpoint(endpoint.service))
    }
    return (RouteLayer(rows), missing)
  }

  private func prefixes(_ endpoint: ServiceEndpoint) -> [IPPrefix]? {
    guard let tag = ServiceEndpointTag.name(of: endpoint.service) else { return nil }
    guard !endpoint.locations.isEmpty, !endpoint.locations.contains("*") else { return tags[tag] }
    let regional = endpoint.locations.map { tags["\(tag).\($0.filter { $0 != " " })"] }
    // A tag without regional parts covers every region.
    guard regional.contains(where: { $0 != nil }) else { return tags[tag] }
    return regional.contains { $0 == nil } ? nil : regional.flatMap { $0 ?? [] }
  }
}
