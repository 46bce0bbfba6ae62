internal import AzureResources
internal import IPAddressing
internal import JSONDocument

/// One side of a flow that the NSG diagnostic is asked of.
enum ProfileEnd {
  case address(IPAddress)
  /// A prefix, or all addresses.
  case addresses(IPAddressSet)
  /// A service tag, by name.
  case serviceTag(String)

  /// Reads an address, a prefix, `*` or a tag's name (routing semantics D-130).
  ///
  /// - Throws: `ARMError` that names the field where it is missing, or is none of these.
  init(_ field: String, _ fields: RequestFields) throws(ARMError) {
    let text = try fields.text(field)
    if let address = try? IPAddress(text) {
      self = .address(address)
    } else if let prefix = try? IPPrefix(text, hostBits: .masked) {
      self = prefix.isHost ? .address(prefix.firstAddress) : .addresses(IPAddressSet(prefixes: [prefix]))
    } else if text == "*" || text.matches("Any") {
      self = .addresses(Self.everything)
    } else if Self.isName(text) {
      self = .serviceTag(text)
    } else {
      throw .invalidFormat(field, "'\(text.prefix(200))' is no IP address, prefix, service tag or *")
    }
  }

  /// Whether a text can be a tag's name, such as `Storage.WestEurope`.
  private static func isName(_ text: String) -> Bool {
    text.first?.isLetter == true
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
      }
  }

  private static let everything = IPAddressSet(
    prefixes: ["0.0.0.0/0", "::/0"].compactMap { try? IPPrefix($0) })

  /// The address; nil for several.
  var single: IPAddress? {
    guard case .address(let address) = self else { return nil }
    return address
  }

  /// Its addresses; nil for a tag whose prefixes aren't known.
  ///
  /// - Parameter tags: What tags expand to where the flow is judged.
  func addresses(_ tags: [String: [IPPrefix]]) -> IPAddressSet? {
    switch self {
    case .address(let address): IPAddressSet(prefixes: [IPPrefix(host: address)])
    case .addresses(let set): set
    case .serviceTag(let name): tags.first { $0.key.matches(name) }.map { IPAddressSet(prefixes: $0.value) }
    }
  }
}
