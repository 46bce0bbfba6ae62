/// What a text is read as.
@usableFromInline enum AddressSubject: Hashable, Sendable {
  /// An address of a family, or of either.
  case address(AddressFamily?)
  /// A prefix, or an address as a prefix of full length.
  case prefix(AddressFamily?)
  /// Two addresses, a prefix or an address.
  case range(AddressFamily)

  /// The family that is wanted, or nil where either will do.
  var family: AddressFamily? {
    switch self {
    case .address(let family), .prefix(let family): family
    case .range(let family): family
    }
  }
}

extension AddressSubject: CustomStringConvertible {
  /// The subject with its article, for errors.
  @usableFromInline var description: String {
    switch self {
    case .address(nil): "an IP address"
    case .address(.ipv4): "an IPv4 address"
    case .address(.ipv6): "an IPv6 address"
    case .prefix(nil): "an address prefix"
    case .prefix(.ipv4): "an IPv4 prefix"
    case .prefix(.ipv6): "an IPv6 prefix"
    case .range(.ipv4): "an IPv4 range"
    case .range(.ipv6): "an IPv6 range"
    }
  }
}
