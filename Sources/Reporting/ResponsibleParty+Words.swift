internal import Findings

extension ResponsibleParty {
  /// For people.
  var words: String {
    switch self {
    case .customer: "you"
    case .provider: "the connectivity provider"
    case .microsoft: "Microsoft, by a support request"
    }
  }
}
