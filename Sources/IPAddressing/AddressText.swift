/// What a text says: a family, the first and last address, and the length of the prefix.
///
/// The generic types are read through this one, so the parser exists once and works on bytes.
@usableFromInline struct AddressText {
  @usableFromInline let family: AddressFamily
  @usableFromInline let lower: UInt128
  @usableFromInline let upper: UInt128
  /// The prefix length; the full width for an address, and without meaning for a range.
  @usableFromInline let length: UInt8

  /// Longer texts aren't looked at. Two IPv6 addresses of 45 bytes and a dash are the longest text that can be right.
  private static var longest: Int { 100 }

  /// Reads `text`.
  @inlinable init(
    _ text: some StringProtocol, as subject: AddressSubject, hostBits: HostBits = .rejected
  ) throws(AddressParseError) {
    let outcome =
      text.utf8.withContiguousStorageIfAvailable { Self.read($0, as: subject, hostBits) }
      ?? Array(text.utf8).withUnsafeBufferPointer { Self.read($0, as: subject, hostBits) }
    switch outcome {
    case .success(let read): self = read
    case .failure(let fault): throw AddressParseError(text, as: subject, fault)
    }
  }

  private init(family: AddressFamily, lower: UInt128, upper: UInt128, length: UInt8) {
    self.family = family
    self.lower = lower
    self.upper = upper
    self.length = length
  }

  @usableFromInline static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, as subject: AddressSubject, _ hostBits: HostBits
  ) -> Result<AddressText, AddressFault> {
    do throws(AddressFault) {
      guard !bytes.isEmpty else { throw AddressFault(.empty, at: 0) }
      guard bytes.count <= longest else { throw AddressFault(.tooLong, at: longest) }
      var parser = AddressParser(bytes)
      let family = subject.family ?? parser.likelyFamily
      let text = try read(&parser, family, as: subject, hostBits)
      try parser.expectEnd()
      return .success(text)
    } catch {
      return .failure(error)
    }
  }

  private static func read(
    _ parser: inout AddressParser, _ family: AddressFamily, as subject: AddressSubject, _ hostBits: HostBits
  ) throws(AddressFault) -> AddressText {
    let bits = try parser.address(family)
    var upper = bits
    switch subject {
    case .prefix, .range:
      if let length = try parser.prefixLength(family) {
        let hosts = ~(UInt128.max << UInt128(family.bitWidth - Int(length)))
        guard hostBits == .masked || bits & hosts == 0 else { throw AddressFault(.hostBitsSet, at: 0) }
        return AddressText(family: family, lower: bits & ~hosts, upper: bits | hosts, length: length)
      }
      if case .range = subject, parser.skip(UInt8(ascii: "-")) {
        let start = parser.position
        upper = try parser.address(family)
        guard bits <= upper else { throw AddressFault(.rangeReversed, at: start) }
      }
    case .address: break
    }
    return AddressText(family: family, lower: bits, upper: upper, length: UInt8(family.bitWidth))
  }
}
