public import IPAddressing

/// Where a user route leads: a prefix, or the prefixes of a service tag.
public enum RouteDestination: Sendable, Hashable, CustomStringConvertible {
  case prefix(IPPrefix)
  /// A tag such as `Storage` or `Storage.WestEurope`.
  case serviceTag(String)

  /// A service tag's name, which begins with a letter and holds no colon; nil for anything else, IPv6 prefixes such
  /// as `fd00::/8` among them.
  init?(serviceTag text: String) {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20),
      !text.utf8.contains(UInt8(ascii: ":"))
    else { return nil }
    self = .serviceTag(text)
  }

  public var description: String {
    switch self {
    case .prefix(let prefix): "\(prefix)"
    case .serviceTag(let tag): tag
    }
  }
}
