/// The types of record that a connection's names use.
public enum RecordType: String, Sendable, Hashable, CaseIterable {
  case address = "A"
  case addressIPv6 = "AAAA"
  case alias = "CNAME"

  /// What a client asks for that wants to connect: both kinds of address.
  public static let addresses: Set<RecordType> = [.address, .addressIPv6]
}
