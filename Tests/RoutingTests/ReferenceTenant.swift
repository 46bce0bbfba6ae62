import Glibc
import JSONDocument
import JSONReading
import Testing

/// A generated tenant and its routes as a small reference model flattens them.
///
/// The generator and the model are Python programs in the folder that `AZIMUTH_PEERS` names; with one size and seed
/// they give the same bytes on every machine.
struct ReferenceTenant {
  /// Where a prefix leads: next hop type and address.
  struct Hop: Hashable, CustomStringConvertible {
    let type: String
    let address: String?

    var description: String { address.map { "\(type) \($0)" } ?? type }
  }

  static var tools: String? { getenv("AZIMUTH_PEERS").map { String(cString: $0) } }

  static let absence: Comment = "AZIMUTH_PEERS names no folder with the generator, or python3 is missing"

  static var isAvailable: Bool { tools != nil && system("command -v python3 >/dev/null") == 0 }

  let folder: String
  /// The snapshot's files.
  var snapshot: [String] { ["tenant", "gateway_learned_routes", "service_tags"].map { "\(folder)/\($0).json" } }
  /// Routes by prefix, one table for each pair of network and route table, in the order of first appearance.
  let tables: [[String: Hop]]

  /// Generates the tenant of a size in a new folder, which `remove` deletes.
  init(size: String) throws {
    var template = Array("/tmp/azimuth-tenant-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    folder = String(cString: made)
    let tools = try #require(Self.tools)
    try Self.run("python3 '\(tools)/gen_tenant.py' --size \(size) --out '\(folder)'")
    try Self.run("python3 '\(tools)/flatten.py' '\(folder)' --fib-only")
    tables = try Self.tables(in: "\(folder)/flat")
  }

  func remove() { _ = system("rm -r '\(folder)'") }

  private static func run(_ command: String) throws {
    let status = system("\(command) >/dev/null")
    try #require(status == 0, "\(command) failed")
  }

  private static func tables(in folder: String) throws -> [[String: Hop]] {
    let hops = try JSONParser.value(of: bytes("\(folder)/nh.json")).elements ?? []
    let fibs = try bytes("\(folder)/fib.bin")
    var position = 0
    func word() -> UInt32 {
      defer { position += 4 }
      return fibs[position..<position + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    return (0..<word()).map { _ in
      var table: [String: Hop] = [:]
      for _ in 0..<word() {
        let (net, length, hop) = (word(), word(), hops[Int(word())])
        let address = [24, 16, 8, 0].map { String(net >> $0 & 255) }.joined(separator: ".")
        table["\(address)/\(length)"] = Hop(type: hop.elements?[0].text ?? "", address: hop.elements?[1].text)
      }
      return table
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"), "can't open \(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
