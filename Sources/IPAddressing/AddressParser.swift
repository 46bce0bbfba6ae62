/// Reads addresses and prefix lengths from bytes, strictly.
struct AddressParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The family the text seems to be of: a colon comes only in IPv6.
  var likelyFamily: AddressFamily { bytes.contains(UInt8(ascii: ":")) ? .ipv6 : .ipv4 }

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
    guard position < bytes.count else { throw AddressFault(.prefixLengthMissing, at: position) }
    return try decimal(atMost: UInt8(family.bitWidth), else: .prefixLengthOutOfRange)
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  func expectEnd() throws(AddressFault) {
    guard position < bytes.count else { return }
    throw AddressFault(current == UInt8(ascii: "%") ? .zone : .unexpectedCharacter, at: position)
  }

  /// The byte at the position, or 0 at the end; a 0 in the text stands where nothing is allowed either.
  private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Why no number stands at the position.
  private var missingNumber: AddressFault {
    switch current {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"):
      AddressFault(.emptyPart, at: position)
    default: AddressFault(position < bytes.count ? .unexpectedCharacter : .emptyPart, at: position)
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
    if current == UInt8(ascii: ":") {
      position += 1
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
      position += 1
    }
    guard position > start else { throw missingNumber }
    guard current == UInt8(ascii: ".") else {
      groups.append(group)
      return false
    }
    position = start
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
    var value: UInt32 = 0
    while Self.isDigit(current) {
      // Held down: the text may have a hundred digits.
      value = min(value * 10 + UInt32(current - UInt8(ascii: "0")), 1000)
      position += 1
    }
    guard position > start else { throw missingNumber }
    guard position == start + 1 || bytes[start] != UInt8(ascii: "0") else {
      throw AddressFault(.leadingZero, at: start)
    }
    guard value <= limit else { throw AddressFault(reason, at: start) }
    return UInt8(truncatingIfNeeded: value)
  }

  /// The fault where an address stops early: `reason` at the end of its text, else what stands in its way.
  private func stop(_ reason: AddressParseError.Reason) -> AddressFault {
    switch current {
    case UInt8(ascii: "%"): AddressFault(.zone, at: position)
    case UInt8(ascii: "/"), UInt8(ascii: "-"): AddressFault(reason, at: position)
    default: AddressFault(position < bytes.count ? .unexpectedCharacter : reason, at: position)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func hexadecimal(_ byte: UInt8) -> UInt16? {
    if isDigit(byte) { return UInt16(byte - UInt8(ascii: "0")) }
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? UInt16(letter) + 10 : nil
  }
}
