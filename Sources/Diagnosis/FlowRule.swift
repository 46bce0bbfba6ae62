internal import AzureResources
internal import Filtering
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis

/// A security rule that lets exactly one flow pass.
struct FlowRule {
  let name: String
  private let direction: String
  private let transport: String
  private let source: String
  private let sourcePorts: String
  private let destination: String
  private let destinationPorts: String

  init(_ passage: FilterPassage) {
    let packet = passage.packet
    // An answer goes to a port that the client chose; what tells it is the port that it comes from.
    let isAnswer = packet.port == Packet.clientPort && packet.sourcePort != nil
    let port = (isAnswer ? packet.sourcePort : packet.port).map { "\($0)" }
    let far = Self.prefix(passage.direction == .inbound ? packet.source : packet.destination)
    let word = passage.direction == .inbound ? "from" : "to"
    name =
      "allow-\(packet.transport.rawValue)\(port.map { "-\($0)" } ?? "")-\(word)-"
      + far.split(separator: ":").joined(separator: "-")
    direction = passage.direction.rawValue
    transport = packet.transport.rawValue.prefix(1).uppercased() + packet.transport.rawValue.dropFirst()
    source = Self.prefix(packet.source)
    destination = Self.prefix(packet.destination)
    sourcePorts = isAnswer ? port ?? "*" : "*"
    destinationPorts = isAnswer ? "*" : port ?? "*"
  }

  /// The address that stands for any host of the internet is the tag `Internet`.
  private static func prefix(_ address: IPAddress) -> String {
    address == EndpointLocator.internetHost ? "Internet" : "\(address)"
  }

  /// The same as a security admin rule.
  func adminProperties(priority: Int) -> JSONObject {
    func side(_ prefix: String) -> JSONValue {
      let type = prefix.first?.isLetter == true ? "ServiceTag" : "IPPrefix"
      return [["addressPrefix": .string(prefix), "addressPrefixType": .string(type)]]
    }
    func ports(_ text: String) -> JSONValue { [.string(text == "*" ? "0-65535" : text)] }
    return JSONObject([
      ("priority", .integer(Int64(priority))), ("direction", .string(direction)), ("access", "Allow"),
      ("protocol", .string(transport)), ("sources", side(source)), ("destinations", side(destination)),
      ("sourcePortRanges", ports(sourcePorts)), ("destinationPortRanges", ports(destinationPorts)),
    ])
  }

  /// The rule's properties as ARM writes them.
  func properties(priority: Int) -> JSONObject {
    JSONObject([
      ("priority", .integer(Int64(priority))), ("direction", .string(direction)), ("access", "Allow"),
      ("protocol", .string(transport)), ("sourceAddressPrefix", .string(source)),
      ("sourcePortRange", .string(sourcePorts)), ("destinationAddressPrefix", .string(destination)),
      ("destinationPortRange", .string(destinationPorts)),
    ])
  }
}
