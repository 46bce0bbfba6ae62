internal import IPAddressing
public import ProbeRecords

/// What `nslookup` printed on the appliance, pasted from its window.
///
/// Windows prints the last name of the chain as `Name:` (or leaves it empty) and all earlier ones under `Aliases:`
/// (semantics C.5, D.4). Only answers are read: the lines about the server that was asked are not.
public enum NslookupOutput {
  /// The answers in the text, in order; several runs may follow each other.
  public static func answers(_ text: String) -> [ObservedName] {
    var found: [ObservedName] = []
    var block = Block()
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let first = words.first?.lowercased() else { continue }
      if let start = words.firstIndex(where: { $0.lowercased().hasSuffix("nslookup") && $0.lowercased() != "aliases:" })
      {
        block.flush(into: &found)
        block = Block(asked: words.dropFirst(start + 1).first { !$0.hasPrefix("-") }.map { $0.lowercased() })
      } else if first.hasPrefix("***") || first == "**" {
        block.fail(words)
      } else {
        block.read(first, words)
      }
    }
    block.flush(into: &found)
    return found
  }

  /// One answer while it is read.
  private struct Block {
    private enum Field {
      case none, server, addresses, aliases
    }

    private let asked: String?
    private var server: IPAddress?
    private var name: String?
    private var addresses: [IPAddress] = []
    private var aliases: [String] = []
    private var outcome: ObservedName.Outcome?
    private var isAnswer = false
    private var field = Field.none

    init(asked: String? = nil) { self.asked = asked }

    mutating func read(_ first: String, _ words: [Substring]) {
      var words = words[...]
      switch first {
      case "server:": field = .server
      case "non-authoritative": isAnswer = true
      case "name:":
        isAnswer = true
        field = .addresses
        name = words.dropFirst().first.map { $0.lowercased() }
        return
      case "address:", "addresses:":
        // The first address of a run is the server's own.
        if !isAnswer { field = .server } else { field = .addresses }
        words = words.dropFirst()
      case "aliases:":
        field = .aliases
        words = words.dropFirst()
      default: break
      }
      guard let word = words.first else { return }
      switch field {
      case .server:
        if let address = try? IPAddress(word.prefix { $0 != "#" }) { server = address }
      case .addresses:
        if let address = try? IPAddress(word.prefix { $0 != "#" }) { addresses.append(address) }
      case .aliases: aliases.append(word.lowercased())
      case .none: break
      }
    }

    /// `*** Can't find kv1: Non-existent domain`, `*** Request to 10.0.0.4 timed-out`.
    mutating func fail(_ words: [Substring]) {
      let text = words.joined(separator: " ").lowercased()
      if text.contains("non-existent domain") || text.contains("nxdomain") {
        outcome = .nonexistentDomain
      } else if text.contains("timed-out") || text.contains("timed out") || text.contains("no response") {
        outcome = .timeout
      } else if text.contains("server failed") || text.contains("servfail") || text.contains("refused") {
        outcome = .serverError
      } else if text.contains("no answer") || text.contains("no internal type") || text.contains("no address") {
        outcome = .noData
      }
    }

    func flush(into found: inout [ObservedName]) {
      guard isAnswer || outcome != nil else { return }
      let names = aliases.filter { !$0.isEmpty } + (name.map { [$0] } ?? [])
      guard let first = asked ?? names.first else { return }
      var chain = [first]
      for name in names where !chain.contains(name) { chain.append(name) }
      let links = zip(chain, chain.dropFirst()).map {
        ObservedName.Link(name: $0, type: "CNAME", ttl: 0, value: $1)
      }
      let own = addresses.filter { $0.family == .ipv4 }
      found.append(
        ObservedName(
          name: first, type: own.isEmpty && !addresses.isEmpty ? "AAAA" : "A", server: server,
          outcome: outcome ?? (addresses.isEmpty ? .noData : .answered), chain: links,
          addresses: own.isEmpty ? addresses : own, asker: "nslookup"))
    }
  }
}
