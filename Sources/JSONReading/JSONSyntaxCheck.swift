/// Finds the first byte at which a text stops being JSON.
///
/// Slow and simple: it runs only after the fast parser has refused a text without saying where.
struct JSONSyntaxCheck {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// The first fault, or nil where this check finds none.
  static func firstError(in bytes: UnsafeRawBufferPointer) -> JSONSyntaxError? {
    if let offset = offsetOfInvalidUTF8(in: bytes) { return JSONSyntaxError(offset: offset, reason: .invalidUTF8) }
    var check = JSONSyntaxCheck(bytes: bytes)
    do throws(JSONSyntaxError) {
      try check.value(depth: 0)
      check.skipSpace()
      return check.position == bytes.count ? nil : check.error(.trailingText)
    } catch {
      return error
    }
  }

  /// Where nesting first exceeds `limit` levels.
  static func offsetOfDepth(_ limit: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    var depth = 0
    var inString = false
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\") where inString: position += 1
      case UInt8(ascii: "\""): inString.toggle()
      case UInt8(ascii: "{") where !inString, UInt8(ascii: "[") where !inString:
        depth += 1
        if depth > limit { return position }
      case UInt8(ascii: "}") where !inString, UInt8(ascii: "]") where !inString: depth -= 1
      default: break
      }
      position += 1
    }
    return 0
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private static func offsetOfInvalidUTF8(in bytes: UnsafeRawBufferPointer) -> Int? {
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  private func error(_ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
    JSONSyntaxError(offset: position, reason: reason)
  }

  private var unexpected: JSONSyntaxError {
    position < bytes.count ? error(.unexpectedByte(bytes[position])) : error(.unexpectedEnd)
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) { position += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(JSONSyntaxError) {
    guard position < bytes.count, bytes[position] == byte else { throw unexpected }
    position += 1
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) {
    guard depth <= JSONParser.maximumDepth else { throw error(.tooDeep) }
    skipSpace()
    guard position < bytes.count else { throw unexpected }
    switch bytes[position] {
    case UInt8(ascii: "{"): try list(closing: UInt8(ascii: "}"), keyed: true, depth: depth)
    case UInt8(ascii: "["): try list(closing: UInt8(ascii: "]"), keyed: false, depth: depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw unexpected
    }
  }

  private mutating func list(closing: UInt8, keyed: Bool, depth: Int) throws(JSONSyntaxError) {
    position += 1
    skipSpace()
    if position < bytes.count, bytes[position] == closing {
      position += 1
      return
    }
    while true {
      if keyed {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw unexpected }
        try string()
        skipSpace()
        try expect(UInt8(ascii: ":"))
      }
      try value(depth: depth + 1)
      skipSpace()
      if position < bytes.count, bytes[position] == closing {
        position += 1
        return
      }
      try expect(UInt8(ascii: ","))
    }
  }

  private mutating func string() throws(JSONSyntaxError) {
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: throw error(.controlCharacterInString)
      default: position += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func escape() throws(JSONSyntaxError) {
    guard position + 1 < bytes.count else { throw error(.unexpectedEnd) }
    let kind = bytes[position + 1]
    if kind == UInt8(ascii: "u") {
      guard position + 6 <= bytes.count else { throw error(.unexpectedEnd) }
      for digit in bytes[position + 2..<position + 6] where !Character(Unicode.Scalar(digit)).isHexDigit {
        throw error(.invalidEscape)
      }
      position += 6
    } else if "\"\\/bfnrt".utf8.contains(kind) {
      position += 2
    } else {
      throw error(.invalidEscape)
    }
  }

  private mutating func word(_ text: StaticString) throws(JSONSyntaxError) {
    let start = position
    for index in 0..<text.utf8CodeUnitCount {
      // A word that ends too early at the end of the text may be the last value of a longer one.
      guard position < bytes.count else { throw JSONSyntaxError(offset: start, reason: .unknownWord) }
      try expect(text.utf8Start[index])
    }
  }

  private mutating func number() throws(JSONSyntaxError) {
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    try digits()
    if bytes[first] == UInt8(ascii: "0"), position > first + 1 { throw error(.invalidNumber) }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      try digits()
    }
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
    guard position > start else { throw position < bytes.count ? error(.invalidNumber) : error(.unexpectedEnd) }
  }
}
