/// Messages of DNS, byte by byte, for tests: hostile ones too, which no library writes.
public struct DNSWire {
  public private(set) var bytes: [UInt8]

  /// A header with these counts of questions and answers.
  public init(id: UInt16 = 0x1234, flags: UInt16 = 0x8180, questions: Int, answers: Int) {
    bytes = []
    for word in [id, flags, UInt16(questions), UInt16(answers), 0, 0] { append(word) }
  }

  public mutating func append(_ word: UInt16) { bytes += [UInt8(word >> 8), UInt8(word & 0xff)] }

  public mutating func append(raw: [UInt8]) { bytes += raw }

  /// A name, label by label.
  public mutating func append(name: String) {
    for label in name.split(separator: ".") { bytes += [UInt8(label.utf8.count)] + Array(label.utf8) }
    bytes.append(0)
  }

  public mutating func append(question name: String, type: UInt16) {
    append(name: name)
    append(type)
    append(UInt16(1))
  }

  /// A record whose data is a name, or these bytes.
  public mutating func append(_ owner: String, type: UInt16, ttl: UInt32 = 60, data: [UInt8]) {
    append(name: owner)
    append(type)
    append(UInt16(1))
    append(UInt16(ttl >> 16))
    append(UInt16(ttl & 0xffff))
    append(UInt16(data.count))
    bytes += data
  }

  public static func name(_ text: String) -> [UInt8] {
    var wire = DNSWire(questions: 0, answers: 0)
    wire.append(name: text)
    return Array(wire.bytes.dropFirst(12))
  }
}
