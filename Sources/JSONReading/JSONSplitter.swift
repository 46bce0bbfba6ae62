/// Cuts a stream of JSON text into the elements that are to be read one by one, without parsing them.
///
/// Snapshots reach hundreds of megabytes, so they are neither parsed nor held as one document. The splitter takes the
/// text in pieces of any size and yields the range of each element: of a top-level array, of a top-level value that
/// follows another (JSON Lines), and of the lists inside an *envelope*, an object such as `{"value": [...]}` whose
/// list is what matters. It only matches brackets and quotes; the parser that reads an element judges it.
///
/// - Complexity: O(bytes), and bytes of an unfinished element again for each piece it spans.
public struct JSONSplitter {
  /// One element: which key of the envelope holds it, and its bytes.
  public struct Element: Sendable, Hashable {
    /// The index in the splitter's keys, or nil for an element of a top-level array or a value of its own.
    public let key: Int?
    /// Whether the element is wanted, or only has to be well-formed.
    public let role: Role
    /// Bytes in the piece given.
    public let range: Range<Int>

    /// What an element is for.
    public enum Role: Sendable {
      case content
      /// The value of a key of an envelope that nobody asked for.
      case other
    }
  }

  /// A key that makes an object an envelope.
  public struct EnvelopeKey: Sendable {
    /// The key, compared without regard to case.
    public let name: StaticString
    /// Whether the key opens an envelope only over a list, or whatever its value.
    public let value: ValueKind

    public enum ValueKind: Sendable { case list, any }

    public init(_ name: StaticString, _ value: ValueKind) {
      self.name = name
      self.value = value
    }
  }

  private enum Place {
    /// Outside any value.
    case top
    /// In a list, of the envelope's key `key` or of its own.
    case list(key: Int?)
    /// In an envelope, before a key or its end.
    case envelope
  }

  private let keys: [EnvelopeKey]
  private let limit: Int
  private var place = Place.top
  /// Whether a separator must come before the next element or key.
  private var needsSeparator = false

  /// A splitter at the start of a text.
  ///
  /// - Parameters:
  ///   - keys: What makes an object an envelope. An object that has shown an `id` before is never one.
  ///   - limit: The size in bytes above which one element is refused.
  public init(keys: [EnvelopeKey], limit: Int) {
    self.keys = keys
    self.limit = limit
  }

  /// Whether the text is the last of its stream.
  public enum Continuation: Sendable { case more, end }

  /// Yields the elements that end in `bytes`.
  ///
  /// - Returns: How many bytes are done with; the rest is to be given again, in front of what follows it.
  /// - Throws: `JSONSyntaxError` with its offset in `bytes`.
  public mutating func split(
    _ bytes: UnsafeRawBufferPointer, _ continuation: Continuation, into elements: inout [Element]
  ) throws(JSONSyntaxError) -> Int {
    var scanner = JSONScanner(bytes: bytes, isLast: continuation == .end)
    while true {
      scanner.skipSpace()
      guard scanner.position < bytes.count else { break }
      let start = scanner.position
      do throws(JSONScanner.Stop) {
        try step(&scanner, &elements)
      } catch {
        switch error {
        case .fault(let fault): throw fault
        case .incomplete:
          guard continuation == .more else { throw JSONSyntaxError(offset: bytes.count, reason: .unexpectedEnd) }
          guard bytes.count - start <= limit else {
            throw JSONSyntaxError(offset: start, reason: .tooLarge(limitInBytes: limit))
          }
          return start
        }
      }
    }
    if continuation == .end {
      guard case .top = place else { throw JSONSyntaxError(offset: bytes.count, reason: .unexpectedEnd) }
    }
    return bytes.count
  }

  private mutating func step(_ scanner: inout JSONScanner, _ elements: inout [Element]) throws(JSONScanner.Stop) {
    switch place {
    case .top: try topValue(&scanner, &elements)
    case .list(let key): try listItem(key, &scanner, &elements)
    case .envelope: try envelopeItem(&scanner, &elements)
    }
  }

  private mutating func topValue(_ scanner: inout JSONScanner, _ elements: inout [Element]) throws(JSONScanner.Stop) {
    let start = scanner.position
    switch scanner.current {
    case UInt8(ascii: "["):
      scanner.position += 1
      place = .list(key: nil)
      needsSeparator = false
    case UInt8(ascii: "{"):
      if try entersEnvelope(&scanner) {
        place = .envelope
        needsSeparator = false
      } else {
        elements.append(try element(nil, .content, start, scanner))
      }
    default: throw scanner.unexpected
    }
  }

  private mutating func listItem(
    _ key: Int?, _ scanner: inout JSONScanner, _ elements: inout [Element]
  ) throws(JSONScanner.Stop) {
    if scanner.current == UInt8(ascii: "]") {
      scanner.position += 1
      place = key == nil ? .top : .envelope
      needsSeparator = true
      return
    }
    try separate(&scanner)
    let start = scanner.position
    try scanner.skipValue()
    elements.append(try element(key, .content, start, scanner))
    needsSeparator = true
  }

  private mutating func envelopeItem(
    _ scanner: inout JSONScanner, _ elements: inout [Element]
  ) throws(JSONScanner.Stop) {
    if scanner.current == UInt8(ascii: "}") {
      scanner.position += 1
      place = .top
      return
    }
    try separate(&scanner)
    let name = try scanner.key()
    let start = scanner.position
    let key = keys.firstIndex { scanner.equal(name, $0.name) }
    if let key, scanner.current == UInt8(ascii: "[") {
      scanner.position += 1
      place = .list(key: key)
      needsSeparator = false
      return
    }
    try scanner.skipValue()
    elements.append(try element(key, key == nil ? .other : .content, start, scanner))
    needsSeparator = true
  }

  private mutating func separate(_ scanner: inout JSONScanner) throws(JSONScanner.Stop) {
    guard needsSeparator else { return }
    guard scanner.current == UInt8(ascii: ",") else { throw scanner.unexpected }
    scanner.position += 1
    scanner.skipSpace()
    guard scanner.position < scanner.bytes.count else { throw .incomplete }
  }

  private func element(
    _ key: Int?, _ role: Element.Role, _ start: Int, _ scanner: JSONScanner
  ) throws(JSONScanner.Stop) -> Element {
    guard scanner.position - start <= limit else {
      throw .fault(JSONSyntaxError(offset: start, reason: .tooLarge(limitInBytes: limit)))
    }
    return Element(key: key, role: role, range: start..<scanner.position)
  }

  /// Looks through the keys of the object at the scanner. True: it is an envelope, and the scanner stands after its
  /// brace. False: it isn't, and the scanner stands after the object.
  private func entersEnvelope(_ scanner: inout JSONScanner) throws(JSONScanner.Stop) -> Bool {
    let inside = scanner.position + 1
    scanner.position = inside
    var isFirst = true
    while true {
      try scanner.require()
      if scanner.current == UInt8(ascii: "}") {
        scanner.position += 1
        return false
      }
      if !isFirst {
        guard scanner.current == UInt8(ascii: ",") else { throw scanner.unexpected }
        scanner.position += 1
        try scanner.require()
      }
      isFirst = false
      let name = try scanner.key()
      if scanner.equal(name, "id") {
        // A resource: no key of it is an envelope's, and its end is found without looking at further keys.
        scanner.position = inside - 1
        try scanner.skipValue()
        return false
      }
      let isList = scanner.current == UInt8(ascii: "[")
      if keys.contains(where: { ($0.value == .any || isList) && scanner.equal(name, $0.name) }) {
        scanner.position = inside
        return true
      }
      try scanner.skipValue()
    }
  }
}
