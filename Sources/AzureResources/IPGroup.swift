public import IPAddressing
package import JSONReading

/// Addresses, prefixes and ranges under one name, for the rules of firewalls.
public struct IPGroup: Sendable, Hashable {
  public let id: ResourceID
  public let addresses: IPAddressSet
  /// Whether an entry could not be read, or the snapshot says nothing of entries.
  public let isIncomplete: Bool

  package init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let list = json.properties["ipAddresses"]
    var v4: [AddressRange<IPv4Address>] = []
    var v6: [AddressRange<IPv6Address>] = []
    var isIncomplete = list == nil
    for text in list?.texts ?? [] {
      if let set = IPAddressSet(firewallText: text) {
        v4 += set.v4.ranges
        v6 += set.v6.ranges
      } else {
        reader.note("ipAddresses", "\"\(text)\" is neither an address nor a range")
        isIncomplete = true
      }
    }
    addresses = IPAddressSet(v4: AddressSet(v4), v6: AddressSet(v6))
    self.isIncomplete = isIncomplete
  }
}
