/// An IPv4 packet with ports, in numbers.
struct VerdictPacket {
  let source: UInt32
  let sourcePort: UInt16
  let destination: UInt32
  let port: UInt16
  let isTCP: Bool

  var reversed: VerdictPacket {
    VerdictPacket(source: destination, sourcePort: port, destination: source, port: sourcePort, isTCP: isTCP)
  }
}
