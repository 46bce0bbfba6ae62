public import JSONDocument

/// A place on simdjson's tape: one value of a parsed text.
///
/// Reading costs no call into C++ and no allocation but for the strings asked for; a value that isn't wanted is
/// jumped over in O(1). Layout of the tape: simdjson's doc/tape.md; the top byte of a word is the kind, the low 56
/// bits are its payload. A cursor is valid only inside `JSONParser.withValue`.
public struct JSONCursor {
  let tape: UnsafePointer<UInt64>
  let strings: UnsafePointer<UInt8>
  let index: Int

  init(tape: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>, index: Int) {
    self.tape = tape
    self.strings = strings
    self.index = index
  }

  private var kind: UInt8 { UInt8(truncatingIfNeeded: tape[index] >> 56) }

  /// The index of the word after this value.
  private var next: Int {
    switch kind {
    case UInt8(ascii: "{"), UInt8(ascii: "["): Int(tape[index] & 0xffff_ffff)
    case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): index + 2
    default: index + 1
    }
  }

  private func at(_ index: Int) -> JSONCursor { JSONCursor(tape: tape, strings: strings, index: index) }

  public var isObject: Bool { kind == UInt8(ascii: "{") }
  public var isArray: Bool { kind == UInt8(ascii: "[") }
  public var isString: Bool { kind == UInt8(ascii: "\"") }
  public var isNull: Bool { kind == UInt8(ascii: "n") }

  /// The UTF-8 bytes of a string value, valid as long as the cursor; empty for other kinds.
  public var utf8: UnsafeBufferPointer<UInt8> {
    guard isString else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = strings + Int(tape[index] & 0x00ff_ffff_ffff_ffff)
    let count = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return UnsafeBufferPointer(start: start + 4, count: Int(count))
  }

  /// The text of a string value, else nil.
  public var string: String? { isString ? String(decoding: utf8, as: UTF8.self) : nil }

  /// The value of a boolean; a string "true" or "false" in any case counts too (Network Manager writes its flags as
  /// strings); else nil.
  public var bool: Bool? {
    switch kind {
    case UInt8(ascii: "t"): true
    case UInt8(ascii: "f"): false
    default: matches("true") ? true : matches("false") ? false : nil
    }
  }

  /// The value of an integral number or of a string of digits (`az` prints some numbers as text), else nil.
  public var integer: Int64? {
    switch kind {
    case UInt8(ascii: "l"): Int64(bitPattern: tape[index + 1])
    case UInt8(ascii: "u"): Int64(exactly: tape[index + 1])
    case UInt8(ascii: "d"): Int64(exactly: Double(bitPattern: tape[index + 1]))
    default: string.flatMap { Int64($0) }
    }
  }

  /// The value under `key` in an object, compared without regard to ASCII case as ARM does; nil when it is absent or
  /// null, or this isn't an object.
  ///
  /// - Complexity: O(number of keys): values are jumped over.
  public subscript(key: StaticString) -> JSONCursor? {
    guard isObject else { return nil }
    let end = Int(tape[index] & 0xffff_ffff) - 1
    var position = index + 1
    while position < end {
      let value = at(position + 1)
      if at(position).matches(key) { return value.isNull ? nil : value }
      position = value.next
    }
    return nil
  }

  /// Hands each member of an object to `body`, its key as a cursor on the text; none for other kinds.
  @inline(__always)
  public func forEachMember(_ body: (_ key: JSONCursor, _ value: JSONCursor) -> Void) {
    guard isObject else { return }
    let end = Int(tape[index] & 0xffff_ffff) - 1
    var position = index + 1
    while position < end {
      let value = at(position + 1)
      body(at(position), value)
      position = value.next
    }
  }

  /// Whether this is the string `text`, without regard to ASCII case. `text` is ASCII.
  public func matches(_ text: StaticString) -> Bool {
    guard isString else { return false }
    let own = utf8
    guard own.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<own.count where own[index] != text.utf8Start[index] {
      let folded = own[index] | 0x20
      guard folded == text.utf8Start[index] | 0x20, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(folded) else {
        return false
      }
    }
    return true
  }

  /// The elements of an array; none for other kinds.
  public var elements: Elements { Elements(parent: self) }

  /// The members of an object; none for other kinds.
  public var fields: Fields { Fields(parent: self) }

  /// The value and everything in it as a tree.
  ///
  /// - Complexity: O(size of the value).
  public var value: JSONValue {
    switch kind {
    case UInt8(ascii: "{"): .object(JSONObject(fields.map { ($0.key, $0.value.value) }))
    case UInt8(ascii: "["): .array(elements.map(\.value))
    case UInt8(ascii: "\""): .string(string ?? "")
    case UInt8(ascii: "l"): .integer(Int64(bitPattern: tape[index + 1]))
    case UInt8(ascii: "u"): integer.map { .integer($0) } ?? .number(Double(tape[index + 1]))
    case UInt8(ascii: "d"): .number(Double(bitPattern: tape[index + 1]))
    case UInt8(ascii: "t"): .bool(true)
    case UInt8(ascii: "f"): .bool(false)
    default: .null
    }
  }

  /// The elements of an array, in order.
  public struct Elements: Sequence, IteratorProtocol {
    private var cursor: JSONCursor
    private let end: Int

    init(parent: JSONCursor) {
      cursor = parent.at(parent.index + 1)
      end = parent.isArray ? parent.next - 1 : cursor.index
    }

    public mutating func next() -> JSONCursor? {
      guard cursor.index < end else { return nil }
      defer { cursor = cursor.at(cursor.next) }
      return cursor
    }
  }

  /// The members of an object, in order.
  public struct Fields: Sequence, IteratorProtocol {
    private var cursor: JSONCursor
    private let end: Int

    init(parent: JSONCursor) {
      cursor = parent.at(parent.index + 1)
      end = parent.isObject ? parent.next - 1 : cursor.index
    }

    public mutating func next() -> (key: String, value: JSONCursor)? {
      guard cursor.index < end else { return nil }
      let value = cursor.at(cursor.index + 1)
      defer { cursor = value.at(value.next) }
      return (cursor.string ?? "", value)
    }
  }
}
