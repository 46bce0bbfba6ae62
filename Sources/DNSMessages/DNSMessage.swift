internal import CLDNS
internal import Glibc

/// An answer of a DNS server, unpacked.
public struct DNSMessage: Sendable, Hashable {
  public let id: UInt16
  /// False for a question that came back.
  public let isResponse: Bool
  public let isAuthoritative: Bool
  /// Whether there is more than fits; TCP has room for it.
  public let isTruncated: Bool
  public let recursionAvailable: Bool
  public let code: DNSResponseCode
  /// The size of UDP answers that the server takes, in bytes; nil where it knows no EDNS.
  public let ednsSize: Int?
  /// What the answer says it was asked.
  public let questions: [DNSQuestion]
  public let answers: [DNSRecord]

  /// Unpacks a message. ldns bounds what a hostile one can cost: compression pointers are followed 65,535 times at most.
  ///
  /// - Throws: `DNSMessageError` for bytes that are no message.
  public init(wire: [UInt8]) throws(DNSMessageError) {
    var decoded: OpaquePointer?
    let status = cldns_decode(wire, wire.count, &decoded)
    guard status == 0, let decoded else { throw Self.error(status) }
    defer { cldns_message_free(decoded) }
    let header = cldns_message_header(decoded)
    id = header.id
    isResponse = header.is_response
    isAuthoritative = header.is_authoritative
    isTruncated = header.is_truncated
    recursionAvailable = header.recursion_available
    code = DNSResponseCode(rawValue: header.response_code)
    ednsSize = header.edns_size == 0 ? nil : Int(header.edns_size)
    questions = Self.records(decoded, CLDNS_QUESTION).map { DNSQuestion($0.owner, $0.type) }
    answers = Self.records(decoded, CLDNS_ANSWER)
  }

  /// Packs a question with recursion desired.
  ///
  /// - Parameter ednsSize: The size of UDP answers to allow, in bytes; nil leaves EDNS out.
  /// - Throws: `DNSMessageError` for a name that no message can hold.
  public static func query(_ question: DNSQuestion, id: UInt16, ednsSize: Int?) throws(DNSMessageError) -> [UInt8] {
    var wire: UnsafeMutablePointer<UInt8>?
    var length = 0
    let size = UInt16(clamping: ednsSize ?? 0)
    let status = cldns_query(question.name, question.type.rawValue, id, size, &wire, &length)
    guard status == 0, let wire else { throw error(status) }
    defer { free(wire) }
    return Array(UnsafeBufferPointer(start: wire, count: length))
  }

  private static func error(_ status: Int32) -> DNSMessageError {
    DNSMessageError(
      reason: status == CLDNS_NO_LIBRARY ? .noLibrary : .malformed, detail: String(cString: cldns_status_text(status)))
  }

  private static func records(_ message: OpaquePointer, _ section: cldns_section) -> [DNSRecord] {
    (0..<cldns_record_count(message, section)).compactMap { index in
      let record = cldns_record_at(message, section, index)
      defer { cldns_record_free(record) }
      guard let owner = record.owner else { return nil }
      let type = DNSRecordType(rawValue: record.type)
      let value = record.value.map { String(cString: $0) } ?? ""
      return DNSRecord(
        owner: DNSName.folded(String(cString: owner)), type: type, recordClass: record.`class`, ttl: record.ttl,
        value: type == .cname ? DNSName.folded(value) : value)
    }
  }
}
