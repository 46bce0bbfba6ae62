/// Reads lines of what routers print for people: configurations and tables, in any order, with prompts between.
struct EdgeTextReader {
  private var configuration = IOSConfigurationReader()
  private var junos = JunosConfigurationReader()
  private var tables = RouterTableReader()
  private var names: [String] = []

  mutating func read(_ line: Substring) {
    // A line of a table is short; what is longer is no router's, and isn't worth splitting into words.
    guard line.utf8.count <= 4096 else { return }
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else {
      tables.endSection()
      return
    }
    if let (name, command) = Self.prompt(words) {
      if let name, !names.contains(name) { names.append(name) }
      tables.begin(command)
      configuration.leave()
      return
    }
    if junos.isInside || first == "set" || first == "deactivate" || JunosConfigurationReader.begins(words) {
      junos.read(line)
      return
    }
    if tables.read(line, words) { return }
    configuration.read(line, words)
  }

  /// All that was read; nil where nothing was.
  mutating func finish() -> CustomerEdge? {
    var pieces: [CustomerEdge] = []
    if let edge = configuration.finish() { pieces.append(edge) }
    if let edge = junos.finish() { pieces.append(edge) }
    if let edge = tables.finish() { pieces.append(edge) }
    guard !pieces.isEmpty else { return nil }
    var edge = CustomerEdge(joining: pieces)
    for name in names where !edge.routers.contains(name) { edge.routers.append(name) }
    return edge
  }

  /// A prompt with the command typed behind it: `CE1#show arp`, `admin@ce1> show arp`, `ce1(config)# ...`.
  private static func prompt(_ words: [Substring]) -> (name: String?, command: [Substring])? {
    guard let mark = words[0].firstIndex(where: { $0 == "#" || $0 == ">" }) else { return nil }
    let name = words[0][..<mark]
    guard let first = name.first, first.isLetter,
      name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.@:()".contains($0) })
    else { return nil }
    let rest = words[0][words[0].index(after: mark)...]
    let command = (rest.isEmpty ? [] : [rest]) + words.dropFirst()
    let host = name.split(separator: "@").last.map { $0.prefix { $0 != "(" && $0 != ":" } }
    return (host.map(String.init), Array(command))
  }
}
