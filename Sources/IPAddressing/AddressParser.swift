/// Reads addresses and prefix lengths from bytes, strictly.
struct AddressParser {
  private var scanner: ByteScanner

  init(_ bytes: UnsafeBufferPointer<UInt8>) { scanner = ByteScanner(bytes) }

  var position: Int { scanner.position }

  /// The family the text seems to be of: a colon comes only in IPv6.
  var likelyFamily: AddressFamily { scanner.bytes.contains(UInt8(ascii: ":")) ? .ipv6 : .ipv4 }

  /// Reads an address as a number.
  mutating func address(_ family: AddressFamily) throws(AddressFault) -> UInt128 {
    switch family {
    case .ipv4: UInt128(try ipv4())
    case .ipv6: try ipv6()
    }
  }

  /// Reads `/` and a length, or nothing where there is no `/`.
  mutating func prefixLength(_ family: AddressFamily) throws(AddressFault) -> UInt8? {
    guard skip(UInt8(ascii: "/")) else { return nil }
    guard !scanner.isAtEnd else { throw AddressFault(.prefixLengthMissing, at: position) }
    return try decimal(atMost: UInt8(family.bitWidth), else: .prefixLengthOutOfRange)
  }

  mutating func skip(_ byte: UInt8) -> Bool { scanner.skip(byte) }

  func expectEnd() throws(AddressFault) {
    guard !scanner.isAtEnd else { return }
    throw AddressFault(current == UInt8(ascii: "%") ? .zone : .unexpectedCharacter, at: position)
  }

  private var current: UInt8 { scanner.current }

  /// Why no number stands at the position.
  private var missingNumber: AddressFault {
    switch current {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"):
      AddressFault(.emptyPart, at: position)
    default: AddressFault(scanner.isAtEnd ? .emptyPart : .unexpectedCharacter, at: position)
    }
  }

  private mutating func ipv4() throws(AddressFault) -> UInt32 {
    var bits: UInt32 = 0
    for octet in 0..<4 {
      if octet > 0, !skip(UInt8(ascii: ".")) { throw stop(.tooFewParts) }
      bits = bits << 8 | UInt32(try decimal(atMost: 255, else: .octetOutOfRange))
    }
    guard current != UInt8(ascii: ".") else { throw AddressFault(.tooManyParts, at: position) }
    return bits
  }

  private mutating func ipv6() throws(AddressFault) -> UInt128 {
    var groups = IPv6Groups()
    if skip(UInt8(ascii: ":")) {
      guard skip(UInt8(ascii: ":")) else { throw AddressFault(.emptyPart, at: 0) }
      groups.elide()
      guard Self.hexadecimal(current) != nil else { return groups.bits }
    }
    while true {
      guard try !group(into: &groups) else { break }
      guard skip(UInt8(ascii: ":")) else { break }
      guard groups.hasRoom(for: 1) else { throw AddressFault(.tooManyParts, at: position - 1) }
      if skip(UInt8(ascii: ":")) {
        guard !groups.isElided else { throw AddressFault(.repeatedElision, at: position - 2) }
        groups.elide()
        guard Self.hexadecimal(current) != nil else { break }
      }
    }
    guard groups.isComplete else { throw stop(.tooFewParts) }
    return groups.bits
  }

  /// Reads one group, or the dotted quad that ends an address; true after the latter.
  private mutating func group(into groups: inout IPv6Groups) throws(AddressFault) -> Bool {
    let start = position
    guard groups.hasRoom(for: 1) else { throw AddressFault(.tooManyParts, at: start) }
    var group: UInt16 = 0
    while let digit = Self.hexadecimal(current) {
      guard position < start + 4 else { throw AddressFault(.groupTooLong, at: start) }
      group = group << 4 | digit
      scanner.position += 1
    }
    guard position > start else { throw missingNumber }
    guard current == UInt8(ascii: ".") else {
      groups.append(group)
      return false
    }
    scanner.position = start
    guard groups.hasRoom(for: 2) else { throw AddressFault(.tooManyParts, at: start) }
    let quad = try ipv4()
    groups.append(UInt16(truncatingIfNeeded: quad >> 16))
    groups.append(UInt16(truncatingIfNeeded: quad))
    return true
  }

  /// Reads a decimal number without leading zeros. Its start is where it is wrong if it is above `limit`.
  private mutating func decimal(
    atMost limit: UInt8, else reason: AddressParseError.Reason
  ) throws(AddressFault) -> UInt8 {
    let start = position
    switch scanner.decimal() {
    case .missing: throw missingNumber
    case .leadingZero: throw AddressFault(.leadingZero, at: start)
    case .value(let value) where value > limit: throw AddressFault(reason, at: start)
    case .value(let value): return UInt8(truncatingIfNeeded: value)
    }
  }

  /// The fault where an address stops early: `reason` at the end of its text, else what stands in its way.
  private func stop(_ reason: AddressParseError.Reason) -> AddressFault {
    switch current {
    case UInt8(ascii: "%"): AddressFault(.zone, at: position)
    case UInt8(ascii: "/"), UInt8(ascii: "-"): AddressFault(reason, at: position)
    default: AddressFault(scanner.isAtEnd ? reason : .unexpectedCharacter, at: position)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt16? {
    let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 6
    guard ByteScanner.isDigit(byte) || isLetter else { return nil }
    // The low four bits of a digit are its value, those of "a" and "A" are 1; only letters have bit 6.
    return UInt16(byte & 0xf &+ (byte >> 6) &* 9)
  }
}
