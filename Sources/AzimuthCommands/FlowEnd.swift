internal import CommandLineParsing
internal import IPAddressing

/// One end of a flow: an address and a port, `10.0.0.4:22`, `10.0.0.4:*` or `[fd00::4]:22`.
struct FlowEnd: ArgumentValue {
  let address: IPAddress
  /// nil for any.
  let port: UInt16?

  init(argument: String) throws(ArgumentValueError) {
    var host = argument[...]
    var port: Substring?
    if argument.hasPrefix("["), let close = argument.firstIndex(of: "]") {
      host = argument[argument.index(after: argument.startIndex)..<close]
      let rest = argument[argument.index(after: close)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { throw ArgumentValueError("expected ':PORT' after ']'") }
      port = rest.isEmpty ? nil : rest.dropFirst()
    } else if let colon = argument.lastIndex(of: ":"), argument.firstIndex(of: ":") == colon {
      // An IPv6 address without brackets has colons of its own.
      host = argument[..<colon]
      port = argument[argument.index(after: colon)...]
    }
    address = try IPAddress(argument: String(host))
    guard let port, port != "*" else {
      self.port = nil
      return
    }
    guard let number = UInt16(port), number > 0 else {
      throw ArgumentValueError("'\(port)' is no port; expected 1 to 65535, or *")
    }
    self.port = number
  }

  static var argumentPlaceholder: String { "IP:PORT" }

  var argumentText: String { "\(address):\(port.map { "\($0)" } ?? "*")" }
}
