internal import IPAddressing

extension RouteCandidate {
  /// Why the candidate takes the traffic or doesn't, in a sentence without a full stop.
  ///
  /// - Parameter candidates: All candidates for the address, this one among them, as
  ///   `EffectiveRouteTable.candidates(for:)` gives them.
  public func sentence(among candidates: [RouteCandidate]) -> String {
    let winner = candidates.first { $0.outcome == .wins }
    switch outcome {
    case .wins: return winningSentence(candidates)
    case .shorterPrefix:
      return "its prefix /\(prefix.length) is shorter than the winner's"
        + (winner.map { " /\($0.prefix.length)" } ?? "")
    case .lowerPriority:
      return "the prefixes are equal, and a \(winner?.route.source.noun ?? "") comes before a \(route.source.noun)"
    case .learnedBehindSystemRoute:
      return "a system route to the network, a peer or a service endpoint is preferred over learned routes,"
        + " however specific they are"
    case .displaced(let displacement): return displacement.sentence
    case .withheld(let reason): return reason.sentence
    }
  }

  private func winningSentence(_ candidates: [RouteCandidate]) -> String {
    let rivals = candidates.filter { $0 != self }
    if rivals.isEmpty { return "it is the only route that contains the address" }
    if rivals.contains(where: { $0.outcome == .lowerPriority }) {
      return "no prefix is longer, and at equal length a \(route.source.noun) comes first"
    }
    if rivals.contains(where: { $0.outcome == .learnedBehindSystemRoute }) {
      return "system routes to the network, its peers and service endpoints are preferred over learned routes"
    }
    if rivals.contains(where: { $0.outcome == .shorterPrefix }) { return "its prefix /\(prefix.length) is the longest" }
    return "it is the only route in force that contains the address"
  }
}

extension EffectiveRouteSource {
  /// The kind of route that the source contributes.
  var noun: String {
    switch self {
    case .default: "system route"
    case .virtualNetworkGateway: "gateway route"
    case .user: "user route"
    }
  }
}
