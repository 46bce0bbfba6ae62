/// An HTTP proxy that opens tunnels with CONNECT.
///
/// The proxy resolves the target's name: what this machine's DNS says doesn't matter then (semantics E.6).
public struct HTTPProxy: Sendable, Hashable {
  public let endpoint: HostPort
  /// `user:password`; nil for a proxy that asks for none.
  let credentials: String?

  /// Reads `http://[user:password@]host[:port]`; the scheme may be left out.
  ///
  /// - Throws: `ProxyURLError`.
  public init(_ text: String) throws(ProxyURLError) {
    var rest = text[...]
    if let scheme = rest.firstRange(of: "://") {
      let name = rest[..<scheme.lowerBound].lowercased()
      guard name == "http" else { throw .scheme(name) }
      rest = rest[scheme.upperBound...]
    }
    var credentials: String?
    if let at = rest.lastIndex(of: "@") {
      credentials = Self.decoded(rest[..<at])
      rest = rest[rest.index(after: at)...]
    }
    let authority = rest.prefix { $0 != "/" }
    guard rest.dropFirst(authority.count).allSatisfy({ $0 == "/" }),
      let endpoint = HostPort(String(authority), defaultPort: 80)
    else { throw .malformed(text) }
    self.endpoint = endpoint
    self.credentials = credentials
  }

  /// What is sent for a tunnel to `target`.
  func request(for target: HostPort) -> [UInt8] {
    var lines = ["CONNECT \(target) HTTP/1.1", "Host: \(target)"]
    if let credentials { lines.append("Proxy-Authorization: Basic \(Base64.text(Array(credentials.utf8)))") }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// `%40` and the like as the characters that they stand for.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension HTTPProxy: CustomStringConvertible {
  /// The proxy without its password.
  public var description: String { "http://\(endpoint)" }
}
