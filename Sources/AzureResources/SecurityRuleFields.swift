internal import JSONReading

/// The properties of a rule, found in one pass: an estate has hundreds of thousands of rules, and each key that is
/// looked for costs a look at all keys before it.
struct SecurityRuleFields {
  private(set) var priority: JSONCursor?
  private(set) var direction: JSONCursor?
  private(set) var access: JSONCursor?
  private(set) var transport: JSONCursor?
  private(set) var source = Side()
  private(set) var destination = Side()

  /// What a rule says of one side.
  struct Side {
    var prefix: JSONCursor?
    var prefixes: JSONCursor?
    var groups: JSONCursor?
    var port: JSONCursor?
    var ports: JSONCursor?
  }

  /// As `JSONCursor`'s subscript has it, the first of several keys counts, and null is nothing.
  init(_ properties: JSONCursor) {
    var seen: UInt16 = 0
    properties.forEachMember { key, value in
      // Of most keys the length alone tells that it's another one.
      switch key.utf8.count {
      case 6: Self.take(key, "access", value, 0, &seen, &access)
      case 8:
        Self.take(key, "priority", value, 1, &seen, &priority)
        Self.take(key, "protocol", value, 2, &seen, &transport)
      case 9: Self.take(key, "direction", value, 3, &seen, &direction)
      case 15: Self.take(key, "sourcePortRange", value, 4, &seen, &source.port)
      case 16: Self.take(key, "sourcePortRanges", value, 5, &seen, &source.ports)
      case 19: Self.take(key, "sourceAddressPrefix", value, 6, &seen, &source.prefix)
      case 20: Self.take(key, "destinationPortRange", value, 7, &seen, &destination.port)
      case 21:
        Self.take(key, "sourceAddressPrefixes", value, 8, &seen, &source.prefixes)
        Self.take(key, "destinationPortRanges", value, 9, &seen, &destination.ports)
      case 24: Self.take(key, "destinationAddressPrefix", value, 10, &seen, &destination.prefix)
      case 26: Self.take(key, "destinationAddressPrefixes", value, 11, &seen, &destination.prefixes)
      case 31: Self.take(key, "sourceApplicationSecurityGroups", value, 12, &seen, &source.groups)
      case 36: Self.take(key, "destinationApplicationSecurityGroups", value, 13, &seen, &destination.groups)
      default: break
      }
    }
  }

  @inline(__always)
  private static func take(
    _ key: JSONCursor, _ name: StaticString, _ value: JSONCursor, _ number: UInt16, _ seen: inout UInt16,
    _ field: inout JSONCursor?
  ) {
    guard seen & 1 << number == 0, key.matches(name) else { return }
    seen |= 1 << number
    if !value.isNull { field = value }
  }
}
