public import IPAddressing
public import Routing

/// How a name's resolution ends.
public enum NameOutcome: Sendable, Hashable {
  case addresses([IPAddress])
  /// The name that an alias leads to, where an alias was asked for.
  case alias(String)
  /// A public address of the service, which is in no snapshot.
  case publicService
  /// NXDOMAIN.
  case noSuchName
  /// The name exists, but has no record of the type.
  case noData
  /// No server answers; the client sees a timeout or SERVFAIL.
  case failure(NameFailure)
  /// The snapshot doesn't hold what decides.
  case unknown(MissingInput)

  /// The outcome in a word: `answer`, `nxdomain`, `nodata`, `failure` or `unknown`.
  public var word: String {
    switch self {
    case .addresses, .alias, .publicService: "answer"
    case .noSuchName: "nxdomain"
    case .noData: "nodata"
    case .failure: "failure"
    case .unknown: "unknown"
    }
  }
}
