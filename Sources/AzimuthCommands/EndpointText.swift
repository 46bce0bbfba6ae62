internal import AzureResources
internal import CommandLineParsing
internal import Diagnosis
internal import IPAddressing

/// One end of a connection as somebody wrote it: a name, an address or a word, with a port behind a colon.
struct EndpointText {
  /// What stands before the port.
  let name: String
  let port: UInt16?

  /// - Throws: `UsageError` for a port that is none.
  init(_ text: String) throws(UsageError) {
    if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
      name = String(text[text.index(after: text.startIndex)..<close])
      let rest = text[text.index(after: close)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { throw UsageError("'\(text)': expected ':PORT' after ']'") }
      port = rest.isEmpty ? nil : try Self.port(rest.dropFirst(), of: text)
      return
    }
    // An IPv6 address without brackets has colons of its own.
    guard let colon = text.lastIndex(of: ":"), text.firstIndex(of: ":") == colon else {
      name = text
      port = nil
      return
    }
    name = String(text[..<colon])
    port = try Self.port(text[text.index(after: colon)...], of: text)
  }

  /// What the end is; names are looked up.
  func reference(_ resolver: TargetResolver) throws(CommandError) -> EndpointReference {
    switch name.lowercased() {
    case "internet": return .internet
    case "onpremises", "on-premises": return .onPremises
    default: break
    }
    if let address = try? IPAddress(name) { return .address(address) }
    do throws(CommandError) {
      return .resource(try resolver.resolve(name, among: TargetKinds.endpoints))
    } catch {
      // A resource's name may have dots, so that it comes first; what no resource bears may be a name of DNS.
      guard error.isAbsence, Self.isDomainName(name) else { throw error }
      return .name(name)
    }
  }

  /// Whether a text has the form of a name in DNS with a domain: labels of letters, digits, `-` and `_` with dots
  /// between, the last not of digits alone.
  private static func isDomainName(_ text: String) -> Bool {
    let labels = (text.hasSuffix(".") ? text.dropLast() : text[...]).split(
      separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && text.utf8.count <= 254 && !labels[labels.count - 1].allSatisfy(\.isNumber)
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count)
          && label.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
              || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          }
      }
  }

  private static func port(_ text: Substring, of whole: String) throws(UsageError) -> UInt16 {
    guard let port = UInt16(text), port > 0 else {
      throw UsageError("'\(whole)': '\(text)' is no port; expected 1 to 65535")
    }
    return port
  }
}
