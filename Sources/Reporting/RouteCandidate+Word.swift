internal import Routing

extension RouteCandidate.Outcome {
  /// The outcome as one stable word.
  var word: String {
    switch self {
    case .wins: "wins"
    case .shorterPrefix: "shorterPrefix"
    case .lowerPriority: "lowerPriority"
    case .learnedBehindSystemRoute: "learnedBehindSystemRoute"
    case .displaced: "displaced"
    case .withheld: "withheld"
    }
  }
}
