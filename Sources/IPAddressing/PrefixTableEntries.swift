/// The entries of a table by prefix: by address, and then the shorter first.
public struct PrefixTableEntries<Address: InternetAddress>: RandomAccessCollection, Sendable {
  @usableFromInline let table: PrefixTable<Address>

  @inlinable init(_ table: PrefixTable<Address>) { self.table = table }

  @inlinable public var startIndex: Int { 0 }

  @inlinable public var endIndex: Int { table.count }

  @inlinable public subscript(index: Int) -> PrefixMatch<Address> { table.entry(at: index) }
}
