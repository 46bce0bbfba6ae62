internal import AzureResources

extension Displacement {
  /// The rule in a sentence, without a full stop.
  public var sentence: String {
    switch self {
    case .overriddenByUserRoute(let route):
      "user route \(route.name) has the same prefix, and user routes come first; Azure shows this row as Invalid"
    case .overriddenByPolicy(let route):
      "user route \(route.name) covers the private endpoint, whose subnet has network policies for routes;"
        + " Azure shows this row as Invalid"
    case .replacedByUserRoute(let route):
      "user route \(route.name) has the same prefix and takes its place; Azure doesn't show this row"
    case .replacedByLearnedRoute: "a learned route has the same prefix and takes its place"
    case .droppedWithDefaultRoute:
      "the default route leads to an appliance or gateway, and the platform's routes to nowhere go with that"
    case .coveredByNetwork: "the network's own address space covers it"
    case .insideConnectedNetwork:
      "it lies in the address space of the network or of a peer, where learned routes are not programmed"
    }
  }
}
