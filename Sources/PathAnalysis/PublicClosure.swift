public import Routing

/// Whether what comes from the internet to a public address needs a filter that allows it (routing semantics D-013).
public enum PublicClosure: Sendable, Hashable {
  /// SKU Standard or StandardV2: closed until a network security group of subnet or NIC allows. With no group at all
  /// nothing gets in.
  case closedWithoutFilter
  /// SKU Basic: open unless a network security group denies.
  case open
  /// The snapshot doesn't hold the SKU.
  case unknown(MissingInput)
}
