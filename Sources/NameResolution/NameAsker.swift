/// Who asks for a name.
public enum NameAsker: Sendable, Hashable {
  /// A NIC in a network; both are indexes of the estate's lists. Without NIC any host of the network.
  case network(Int, interface: Int?)
  /// A machine outside Azure.
  case onPremises
  /// A machine of the internet, which asks public DNS.
  case internet
}
