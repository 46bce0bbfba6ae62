/// An entry of a table of prefixes: the prefix and what the table holds for it.
@frozen public struct PrefixMatch<Address: InternetAddress>: Hashable, Sendable {
  /// The prefix.
  public let prefix: Prefix<Address>

  /// What the table holds for it, often an index into a list of the table's owner.
  public let value: UInt32

  /// The entry of a prefix and its value.
  @inlinable public init(prefix: Prefix<Address>, value: UInt32) {
    self.prefix = prefix
    self.value = value
  }
}
