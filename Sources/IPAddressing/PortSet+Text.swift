extension PortSet {
  /// Reads `*` (every port), a port, a range such as `1000-2000`, or several of these with commas between, without
  /// spaces and leading zeros.
  ///
  /// - Throws: `PortParseError` with the byte at which the text goes wrong.
  /// - Complexity: O(n log n).
  public init(_ text: some StringProtocol) throws(PortParseError) {
    let outcome =
      text.utf8.withContiguousStorageIfAvailable { Self.read($0) }
      ?? Array(text.utf8).withUnsafeBufferPointer { Self.read($0) }
    switch outcome {
    case .success(let ranges): self.init(ranges)
    case .failure(let fault): throw PortParseError(text, fault)
    }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<[ClosedRange<UInt16>], PortFault> {
    do throws(PortFault) {
      guard !bytes.isEmpty else { throw PortFault(reason: .empty, offset: 0) }
      var scanner = ByteScanner(bytes)
      var ranges: [ClosedRange<UInt16>] = []
      repeat { ranges.append(try range(&scanner)) } while scanner.skip(UInt8(ascii: ","))
      guard scanner.isAtEnd else { throw PortFault(reason: .unexpectedCharacter, offset: scanner.position) }
      return .success(ranges)
    } catch {
      return .failure(error)
    }
  }

  private static func range(_ scanner: inout ByteScanner) throws(PortFault) -> ClosedRange<UInt16> {
    if scanner.skip(UInt8(ascii: "*")) { return .min ... .max }
    let lower = try port(&scanner)
    guard scanner.skip(UInt8(ascii: "-")) else { return lower...lower }
    let start = scanner.position
    let upper = try port(&scanner)
    guard lower <= upper else { throw PortFault(reason: .rangeReversed, offset: start) }
    return lower...upper
  }

  private static func port(_ scanner: inout ByteScanner) throws(PortFault) -> UInt16 {
    let start = scanner.position
    switch scanner.decimal() {
    case .missing:
      let isMissing = scanner.isAtEnd || [UInt8(ascii: ","), UInt8(ascii: "-")].contains(scanner.current)
      throw PortFault(reason: isMissing ? .portMissing : .unexpectedCharacter, offset: start)
    case .leadingZero: throw PortFault(reason: .leadingZero, offset: start)
    case .value(let value):
      guard let port = UInt16(exactly: value) else { throw PortFault(reason: .portOutOfRange, offset: start) }
      return port
    }
  }
}

extension PortSet: CustomStringConvertible {
  /// The set as it is read: `*`, or ports and ranges with commas between; `none` for the empty set.
  public var description: String {
    if isEmpty { return "none" }
    if self == .any { return "*" }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}
