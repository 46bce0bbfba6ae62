public import IPAddressing
public import Routing

/// What DNS answers for a name, as far as a snapshot tells.
public struct NameAnswer: Sendable, Hashable {
  public let name: DomainName
  /// What was asked, who was asked and what was answered, in order.
  public let links: [NameLink]
  public let outcome: NameOutcome
  /// The networks whose resolver answered, as indexes of `Estate.virtualNetworks`, in the order of asking.
  public let resolverNetworks: [Int]

  /// The records on the way, in order.
  public var records: [NameLink] { links.filter { $0.kind == .record } }

  /// The addresses; empty where the snapshot doesn't hold the answer.
  public var addresses: [IPAddress] {
    guard case .addresses(let addresses) = outcome else { return [] }
    return addresses
  }

  /// What would be needed for an answer; nil where there is one.
  public var missing: MissingInput? {
    guard case .unknown(let missing) = outcome else { return nil }
    return missing
  }
}
