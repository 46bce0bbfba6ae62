internal import DNSMessages
internal import Glibc
public import IPAddressing

/// What this machine's own files say about names.
public struct SystemNames: Sendable, Hashable {
  /// The servers of `resolv.conf`, in order.
  public let servers: [IPAddress]
  /// The addresses of `hosts`, by folded name.
  public let hosts: [String: [IPAddress]]

  /// Those of these texts.
  public init(resolverConfiguration: String, hosts text: String) {
    servers = Self.lines(resolverConfiguration, comments: ["#", ";"]).compactMap { words in
      guard words.count >= 2, words[0] == "nameserver" else { return nil }
      // A zone (%eth0) names an interface of this machine; the address alone is enough to ask.
      return try? IPAddress(words[1].prefix { $0 != "%" })
    }
    var found: [String: [IPAddress]] = [:]
    for words in Self.lines(text, comments: ["#"]) {
      guard let address = try? IPAddress(words[0]) else { continue }
      for name in words.dropFirst() { found[DNSName.folded(name), default: []].append(address) }
    }
    hosts = found
  }

  /// Those of this machine.
  public static func read() -> SystemNames {
    SystemNames(resolverConfiguration: text(of: "/etc/resolv.conf"), hosts: text(of: "/etc/hosts"))
  }

  private static func lines(_ text: String, comments: Set<Character>) -> [[Substring]] {
    text.split(whereSeparator: \.isNewline).map { line in
      line.prefix { !comments.contains($0) }.split { $0 == " " || $0 == "\t" }
    }.filter { !$0.isEmpty }
  }

  private static func text(of path: String) -> String {
    guard let file = fopen(path, "re") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count < 1 << 22, case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
