/// A name of DNS, in lower case and without a dot at its end.
public struct DomainName: Sendable, Hashable, CustomStringConvertible {
  /// The root's is empty.
  public let text: String

  /// - Returns: nil for a text that is no name: labels have 1 to 63 bytes without blanks, all together at most 253 (RFC
  ///   1035, 2.3.4).
  public init?(_ text: some StringProtocol) {
    let folded = text.lowercased()
    let name = folded.hasSuffix(".") ? String(folded.dropLast()) : folded
    guard name.utf8.count <= 253 else { return nil }
    let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isWellFormed = labels.allSatisfy { label in
      (1...63).contains(label.count) && label.allSatisfy { $0 > 0x20 && $0 != 0x7f }
    }
    guard name.isEmpty || isWellFormed else { return nil }
    self.text = name
  }

  init(folded text: String) { self.text = text }

  public var description: String { text.isEmpty ? "." : text }

  var labelCount: Int { text.isEmpty ? 0 : text.utf8.count { $0 == UInt8(ascii: ".") } + 1 }

  /// The name without its first label; nil for the root.
  var parent: DomainName? {
    guard !text.isEmpty else { return nil }
    guard let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return DomainName(folded: "") }
    return DomainName(folded: String(text[text.utf8.index(after: dot)...]))
  }

  /// The name and what it is in, up to the root.
  var lineage: [DomainName] { Array(sequence(first: self) { $0.parent }) }

  /// Whether the name is a domain's own or one in it.
  public func isWithin(_ domain: DomainName) -> Bool {
    domain.text.isEmpty || text == domain.text || text.hasSuffix("." + domain.text)
  }

  /// The part before a domain's name, `@` for the domain's own; nil for a name outside it.
  func relative(to domain: DomainName) -> String? {
    if text == domain.text { return "@" }
    guard isWithin(domain) else { return nil }
    return domain.text.isEmpty ? text : String(text.dropLast(domain.text.utf8.count + 1))
  }
}
