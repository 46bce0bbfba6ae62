internal import IPAddressing

/// The result of a packet-count test as the portal prints it: two lines for each MSEE.
///
/// ```
/// src 10.0.0.0 dst 20.0.0.0 dstport 3389 (received): 120 matches
/// src 20.0.0.0 srcport 3389 dst 10.0.0.0 (sent): 120 matches
/// ```
/// A line may be wrapped anywhere between words. The lines don't name their MSEE: a heading that holds the word
/// `primary` or `secondary` before them does.
///
/// - Source: "Verify ExpressRoute connectivity", "Interpret results"; ExpressRoute semantics A.10.
public struct PacketCountText: Sendable, Hashable {
  /// The counts below a heading, or below none.
  public struct Block: Sendable, Hashable {
    public let router: EdgeRouter?
    public internal(set) var counts: [PacketCount]
  }

  public let blocks: [Block]
  /// Lines that hold neither a count nor a heading, in order.
  public let ignored: [Int]

  /// Reads a text.
  ///
  /// - Throws: `PacketCountError` where a line that begins like a count isn't one, and where there is no count at all.
  /// - Complexity: O(length).
  public init(_ text: String) throws(PacketCountError) {
    var reader = Reader(text)
    blocks = try reader.blocks()
    ignored = reader.ignored
    guard blocks.contains(where: { !$0.counts.isEmpty }) else {
      throw PacketCountError(
        "the text holds no counts",
        remedy:
          "Paste the portal's result, lines such as `src 10.0.0.4 dst 10.1.0.4 dstport 443 (received): 120 matches`.")
    }
  }

  private struct Word {
    let text: Substring
    let line: Int
  }

  private struct Reader {
    private let words: [Word]
    private var place = 0
    private(set) var ignored: [Int] = []

    init(_ text: String) {
      var words: [Word] = []
      for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
        words += line.split(whereSeparator: \.isWhitespace).map { Word(text: $0, line: number + 1) }
      }
      self.words = words
    }

    mutating func blocks() throws(PacketCountError) -> [Block] {
      var blocks: [Block] = []
      while place < words.count {
        if words[place].text.lowercased() == "src" {
          let count = try self.count()
          if blocks.isEmpty { blocks.append(Block(router: nil, counts: [])) }
          blocks[blocks.count - 1].counts.append(count)
        } else {
          let line = words[place].line
          if let router = heading(line) {
            blocks.append(Block(router: router, counts: []))
          } else {
            ignored.append(line)
          }
        }
      }
      return blocks
    }

    /// Takes the words of a line up to a count; the MSEE that they name.
    private mutating func heading(_ line: Int) -> EdgeRouter? {
      var named: EdgeRouter?
      while place < words.count, words[place].line == line, words[place].text.lowercased() != "src" {
        let letters = String(words[place].text.lowercased().filter(\.isLetter))
        named = named ?? EdgeRouter.allCases.first { letters.hasPrefix($0.rawValue) }
        place += 1
      }
      return named
    }

    private mutating func count() throws(PacketCountError) -> PacketCount {
      let line = words[place].line
      try expect("src", in: line)
      let source = try address("src", in: line)
      let sourcePort = try port("srcport", in: line)
      try expect("dst", in: line)
      let destination = try address("dst", in: line)
      let destinationPort = try port("dstport", in: line)
      let direction = try direction(in: line)
      let number = try next("a number of matches", in: line)
      let digits = number.text.filter { $0 != "," }
      guard let matches = UInt64(digits) else {
        throw fault("'\(number.text)' is no number of matches", at: number.line)
      }
      let word = try next("the word 'matches'", in: line)
      guard ["match", "matches"].contains(word.text.lowercased()) else {
        throw fault("expected the word 'matches', found '\(word.text)'", at: word.line)
      }
      return PacketCount(
        source: source, sourcePort: sourcePort, destination: destination, destinationPort: destinationPort,
        direction: direction, matches: matches, line: line)
    }

    private mutating func direction(in line: Int) throws(PacketCountError) -> PacketCount.Direction {
      var word = try next("'(received):' or '(sent):'", in: line)
      var text = word.text.lowercased()
      // `( received )` and `(received) :` come from copying out of tables.
      while !text.hasSuffix(":"), text.count < 16, place < words.count,
        words[place].text.allSatisfy({ "():".contains($0) || $0.isLetter })
      {
        word = words[place]
        text += word.text.lowercased()
        place += 1
      }
      switch text.filter(\.isLetter) {
      case "received": return .received
      case "sent": return .sent
      default: throw fault("expected '(received):' or '(sent):', found '\(text)'", at: word.line)
      }
    }

    private mutating func address(_ what: String, in line: Int) throws(PacketCountError) -> IPAddress {
      let word = try next("an address after '\(what)'", in: line)
      guard let address = try? IPAddress(word.text) else {
        throw fault("'\(word.text)' after '\(what)' is no IP address", at: word.line)
      }
      return address
    }

    /// A port, where its keyword comes next.
    private mutating func port(_ keyword: String, in line: Int) throws(PacketCountError) -> UInt16? {
      guard place < words.count, words[place].text.lowercased() == keyword else { return nil }
      place += 1
      let word = try next("a port after '\(keyword)'", in: line)
      guard let port = UInt16(word.text) else {
        throw fault("'\(word.text)' after '\(keyword)' is no port", at: word.line)
      }
      return port
    }

    private mutating func expect(_ keyword: String, in line: Int) throws(PacketCountError) {
      let word = try next("'\(keyword)'", in: line)
      guard word.text.lowercased() == keyword else {
        throw fault("expected '\(keyword)', found '\(word.text)'", at: word.line)
      }
    }

    private mutating func next(_ what: String, in line: Int) throws(PacketCountError) -> Word {
      guard place < words.count else {
        throw fault("the text ends in the middle of a count: \(what) is missing", at: line)
      }
      defer { place += 1 }
      return words[place]
    }

    private func fault(_ reason: String, at line: Int) -> PacketCountError {
      PacketCountError(
        reason, line: line,
        remedy: "A count reads `src ADDRESS [srcport PORT] dst ADDRESS [dstport PORT] (received|sent): NUMBER matches`;"
          + " copy the portal's lines whole.")
    }
  }
}
