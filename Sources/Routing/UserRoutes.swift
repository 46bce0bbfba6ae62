internal import AzureResources
internal import IPAddressing

/// The routes of a route table.
struct UserRoutes {
  private let tags: ServiceTagIndex

  init(_ tags: ServiceTagIndex) { self.tags = tags }

  /// One row a route, in the table's order.
  ///
  /// Of two routes with one prefix the explicit one counts, then the regional tag, then the tag, then `AzureCloud`
  /// with and without region (routing semantics B-085): rows are entered in that order, and the first one counts.
  func layer(of table: RouteTable) -> (layer: RouteLayer, missing: [MissingInput]) {
    var missing: [MissingInput] = []
    let rows = table.routes.map { route -> EffectiveRoute in
      var prefixes: [IPPrefix] = []
      var tag: String?
      switch route.destination {
      case .prefix(let prefix): prefixes = [prefix]
      case .serviceTag(let name):
        tag = name
        prefixes = tags[name] ?? []
        if tags[name] == nil || tags.isIncomplete(name) {
          missing.append(
            MissingInput(
              .serviceTag, route.id, "the prefixes of service tag \(name), which route \(route.name) uses",
              command: "az network list-service-tags --location <region> -o json"))
        }
      }
      return EffectiveRoute(
        .user, EffectiveNextHopType(route.nextHopType), prefixes, via: route.nextHopAddresses, name: String(route.name),
        serviceTag: tag, origin: .userRoute(route.id))
    }
    let ordered = RouteLayer(rows, precedence: rows.map { Self.precedence($0.serviceTag) })
    return (ordered, missing)
  }

  private static func precedence(_ tag: String?) -> Int {
    guard let tag = tag?.lowercased() else { return 0 }
    let isCloud = tag == "azurecloud" || tag.hasPrefix("azurecloud.")
    return (isCloud ? 3 : 1) + (tag.contains(".") ? 0 : 1)
  }
}
