/// A connection that was tried in the kernel's copy of an estate.
struct TriedConnection: Decodable, CustomStringConvertible {
  let source: String
  let sourceAddress: String
  let destination: String
  let destinationAddress: String
  let port: UInt16
  let `protocol`: String
  let connects: Bool

  var description: String { "\(sourceAddress) to \(destinationAddress):\(port)/\(`protocol`)" }
}
