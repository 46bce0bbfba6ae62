public import IPAddressing

/// A host, by name or by address, and a port.
public struct HostPort: Sendable, Hashable {
  /// A name, or an address without brackets.
  public let host: String
  /// 1 to 65535.
  public let port: Int

  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `host:port`, `10.0.0.4:443` or `[fd00::4]:443`; nil for any other text.
  ///
  /// - Parameter defaultPort: The port of a text without one.
  public init?(_ text: String, defaultPort: Int? = nil) {
    var host = text[...]
    var portText: Substring?
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<end]
      let rest = text[text.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
      portText = rest.isEmpty ? nil : rest.dropFirst()
    } else if text.count(where: { $0 == ":" }) < 2, let colon = text.lastIndex(of: ":") {
      host = text[..<colon]
      portText = text[text.index(after: colon)...]
    }
    guard !host.isEmpty, !host.contains("/"), !host.contains(" ") else { return nil }
    if let portText {
      guard portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(portText), 1...65535 ~= port
      else { return nil }
      self.init(host: String(host), port: port)
    } else if let defaultPort {
      self.init(host: String(host), port: defaultPort)
    } else {
      return nil
    }
  }

  /// The host where it is an address.
  public var address: IPAddress? { try? IPAddress(host) }
}

extension HostPort: CustomStringConvertible {
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
