internal import CommandLineParsing
internal import IPAddressing
internal import Probing

/// A DNS server of the command line: `10.0.0.4`, `10.0.0.4:5353`, `[fd00::4]:53`.
struct DNSServerText: ArgumentValue, Hashable {
  let address: SocketAddress

  init(argument: String) throws(ArgumentValueError) {
    guard let place = HostPort(argument, defaultPort: 53), let address = place.address else {
      throw ArgumentValueError("expected the address of a DNS server, such as 10.0.0.4 or 10.0.0.4:53")
    }
    self.address = SocketAddress(address, port: place.port)
  }

  static var argumentPlaceholder: String { "IP[:PORT]" }
  var argumentText: String { "\(address)" }
}
