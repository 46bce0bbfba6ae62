internal import AzureResources
internal import Estate
internal import IPAddressing

/// The private endpoints in whose subnets network policies apply to routes, and those of networks beside them.
struct EndpointPolicies: Sendable {
  /// By network and address: how long a user route must be to override the endpoint; nil for one without such a policy.
  private var requiredLengths: [Int: [IPAddress: Int?]] = [:]

  /// - Complexity: O(private endpoints).
  init(_ estate: Estate) {
    var hasPolicies = false
    for network in estate.virtualNetworks.indices {
      for endpoint in estate.privateEndpointAddresses(inNetwork: network) {
        guard requiredLengths[network]?[endpoint.address] == nil else { continue }
        let applies = estate.subnet(endpoint.subnet).privateEndpointNetworkPolicies.appliesToRoutes
        hasPolicies = hasPolicies || applies
        let around = estate.virtualNetworks[network].addressPrefixes.filter { $0.contains(endpoint.address) }
        let length = applies ? around.map(\.length).max() : nil
        requiredLengths[network, default: [:]].updateValue(length, forKey: endpoint.address)
      }
    }
    if !hasPolicies { requiredLengths = [:] }
  }

  /// How long a user route must be to override the endpoint with this address: what the first of the networks that
  /// has it says; nil where no policy applies.
  func requiredLength(_ address: IPAddress, in networks: [Int]) -> Int? {
    guard !requiredLengths.isEmpty else { return nil }
    for network in networks {
      if let known = requiredLengths[network]?[address] { return known }
    }
    return nil
  }

  /// Whether no policy applies anywhere.
  var isEmpty: Bool { requiredLengths.isEmpty }
}
