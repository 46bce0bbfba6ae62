/// The entries of a table that contain an address or a prefix, the longest first. Nothing is copied or allocated.
public struct PrefixMatches<Address: InternetAddress>: Collection, Sendable {
  @usableFromInline let table: PrefixTable<Address>
  public let startIndex: Int

  /// The entry at `nearest` and all that contain it; none for -1.
  @inlinable init(_ table: PrefixTable<Address>, nearest: Int) {
    self.table = table
    startIndex = -nearest
  }

  /// An index is an entry's place counted down, as the entries around one stand before it.
  @inlinable public var endIndex: Int { 1 }

  @inlinable public func index(after index: Int) -> Int { -Int(table.parents[-index]) }

  @inlinable public subscript(index: Int) -> PrefixMatch<Address> { table.entry(at: -index) }
}
