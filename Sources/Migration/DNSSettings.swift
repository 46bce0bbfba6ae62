public import IPAddressing

/// The portal's "Download DNS settings": the names of private endpoints and the addresses they should have.
///
/// No public source describes the file's form, so that any text is read: in each line the names and the addresses, in
/// either order, with whatever stands between (semantics D.3). A hosts file is read as well.
public struct DNSSettings: Sendable, Hashable {
  /// A name with its addresses.
  public struct Entry: Sendable, Hashable {
    /// In lower case.
    public let name: String
    public internal(set) var addresses: [IPAddress]
    /// The line at which the name first stands, from 1.
    public let line: Int
  }

  /// In the order of the file.
  public private(set) var entries: [Entry] = []
  /// The lines with an address that belongs to no name.
  public private(set) var strayLines: [Int] = []

  /// Reads a file's bytes: UTF-8, or UTF-16 with a byte-order mark, as Windows writes text.
  public init(bytes: [UInt8]) {
    let isLittle = bytes.starts(with: [0xff, 0xfe])
    guard isLittle || bytes.starts(with: [0xfe, 0xff]) else {
      self.init(String(decoding: bytes, as: UTF8.self))
      return
    }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    self.init(String(decoding: units, as: UTF16.self))
  }

  /// Reads a file's text.
  ///
  /// - Complexity: O(length).
  public init(_ text: String) {
    var places: [String: Int] = [:]
    var lastNames: [String] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let tokens = Self.tokens(line)
      let names = tokens.compactMap(Self.name)
      let addresses = tokens.compactMap { try? IPAddress($0) }
      if !names.isEmpty { lastNames = names }
      for name in names where places[name] == nil {
        places[name] = entries.count
        entries.append(Entry(name: name, addresses: [], line: number + 1))
      }
      guard !addresses.isEmpty else { continue }
      if lastNames.isEmpty { strayLines.append(number + 1) }
      for name in lastNames {
        guard let place = places[name] else { continue }
        for address in addresses where !entries[place].addresses.contains(address) {
          entries[place].addresses.append(address)
        }
      }
    }
  }

  /// The addresses that the file has for a name.
  public func addresses(of name: String) -> [IPAddress] { entries.first { $0.name == name }?.addresses ?? [] }

  /// The words of a line without quotation marks, brackets, schemes and paths; comments aside.
  private static func tokens(_ line: Substring) -> [Substring] {
    let content = line.prefix { $0 != "#" }
    return content.split { separators.contains($0) }.flatMap { word -> [Substring] in
      var word = word
      if let scheme = word.firstRange(of: "://") { word = word[scheme.upperBound...] }
      word = word.prefix { $0 != "/" }
      // `name:10.0.0.4` and `"name":`, but not an IPv6 address.
      if word.count(where: { $0 == ":" }) == 1 { return word.split(separator: ":") }
      return [word]
    }.map { $0.hasSuffix(".") ? $0.dropLast() : $0 }
  }

  private static let separators: Set<Character> = [
    " ", "\t", "\u{feff}", ",", ";", "\"", "'", "[", "]", "{", "}", "(", ")", "<", ">", "|", "=",
  ]

  /// The token as a name of a host, which has two dots at least; nil for other words.
  private static func name(_ token: Substring) -> String? {
    let labels = token.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 3, labels.allSatisfy(isLabel), labels.last?.contains(where: \.isLetter) == true else {
      return nil
    }
    return token.lowercased()
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.count <= 63
      && label.utf8.allSatisfy { byte in
        (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d || byte == 0x5f
      }
  }
}
