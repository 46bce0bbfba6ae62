internal import AzureResources
internal import IPAddressing
internal import PathAnalysis

/// An address that user routes send traffic to, seen from the networks that use it.
struct Appliance: Sendable {
  /// A route that names it.
  struct Use: Sendable {
    /// Index of `Estate.routeTables`.
    let table: Int
    /// Index of the table's `routes`.
    let route: Int
  }

  /// What is at the address, seen from a network whose subnets send to it.
  enum Place: Sendable, Hashable {
    /// In a network that is reached directly.
    case owned(AddressOwner, network: Int)
    /// In the address space of a network that is reached directly, and nothing there has the address.
    case unowned(network: Int)
    /// In the address space of a network that isn't joined to the sender's.
    case notJoined(network: Int)
    /// A peering would lead there, but it is not connected; that peering has a finding of its own.
    case behindBrokenPeering(network: Int)
    /// The snapshot doesn't hold what would tell.
    case unknown
  }

  let address: IPAddress
  /// The network of the senders.
  let sender: Int
  let place: Place

  /// The network that it is in, reached or not; nil where nothing has the address.
  var home: Int? {
    switch place {
    case .owned(_, let network), .behindBrokenPeering(let network): network
    default: nil
    }
  }

  let uses: [Use]
}
