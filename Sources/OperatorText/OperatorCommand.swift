public import HybridConnectivity

/// A command of PowerShell or the Azure CLI that stands in a text before what it printed.
public struct OperatorCommand: Sendable, Hashable {
  /// `Get-AzExpressRouteCircuitARPTable`, `az network express-route list-arp-tables`, in lower case.
  public let verb: String
  public private(set) var circuit: String?
  public private(set) var resourceGroup: String?
  public private(set) var peering: PeeringType?
  public private(set) var path: DevicePath?
  /// The BGP peer that announced routes were asked for.
  public private(set) var peer: String?

  /// Reads a line such as `PS C:\> $t = Get-Az... -Name x`; nil for lines that are no such command.
  public init?(_ line: some StringProtocol) {
    var words = Self.words(line)
    if words.first == "PS", let prompt = words.firstIndex(where: { $0.hasSuffix(">") }) {
      words.removeFirst(prompt + 1)
    }
    if let first = words.first, ["$", ">", "#", "PS>"].contains(first) { words.removeFirst() }
    if words.count > 2, words[0].hasPrefix("$"), words[1] == "=" { words.removeFirst(2) }
    guard let first = words.first?.lowercased() else { return nil }
    if first.hasPrefix("get-az") {
      verb = first
      words.removeFirst()
    } else if first == "az", words.count > 2, words[1].lowercased() == "network" {
      let nouns = words.prefix { !$0.hasPrefix("-") }
      verb = nouns.joined(separator: " ").lowercased()
      words.removeFirst(nouns.count)
    } else {
      return nil
    }
    // `Get-Az... : message` is an error, not a command.
    guard words.first != ":" else { return nil }
    for (name, value) in zip(words, words.dropFirst()) where name.hasPrefix("-") && Self.isName(value) {
      take(name.lowercased(), value)
    }
  }

  private mutating func take(_ option: String, _ value: String) {
    switch option {
    case "-expressroutecircuitname", "--circuit-name": circuit = value
    case "-resourcegroupname", "-g", "--resource-group": resourceGroup = value
    case "-peeringtype", "--peering-name": peering = PeeringType(name: value)
    case "-devicepath", "--path": path = DevicePath(name: value)
    case "-peer", "--peer": peer = value
    case "-name", "-n", "--name":
      if verb.contains("peering") { peering = PeeringType(name: value) } else if !isOfGateway { circuit = value }
    default: break
    }
  }

  private var isOfGateway: Bool { verb.contains("gateway") }

  /// Placeholders and variables name nothing.
  private static func isName(_ value: String) -> Bool {
    !value.hasPrefix("-") && !value.hasPrefix("<") && !value.hasPrefix("$") && value != "..."
  }

  /// Words; what stands in quotes is one.
  private static func words(_ line: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      } else if quote == nil, character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
