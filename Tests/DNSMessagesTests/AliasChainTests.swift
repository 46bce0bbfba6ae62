import DNSMessages
import Testing

@Suite("Chains of aliases")
struct AliasChainTests {
  private static func alias(_ owner: String, _ value: String) -> DNSRecord {
    DNSRecord(owner: owner, type: .cname, ttl: 60, value: value)
  }

  private static func address(_ owner: String, _ value: String = "10.0.0.4") -> DNSRecord {
    DNSRecord(owner: owner, type: .a, ttl: 10, value: value)
  }

  @Test("The order of the records doesn't matter")
  func order() {
    let records = [Self.address("c"), Self.alias("b", "c"), Self.alias("a", "b")]
    var chain = AliasChain(from: "a")
    chain.follow(records, to: .a)
    #expect(chain.aliases.map(\.value) == ["b", "c"])
    #expect(chain.records == [Self.address("c")])
    #expect(chain.end == .records)
    #expect(chain.unrelated(in: records) == 0)
  }

  @Test("Records of other names and classes aren't believed, and are counted")
  func strangers() {
    let records = [
      Self.address("evil"), DNSRecord(owner: "a", type: .a, recordClass: 3, ttl: 10, value: "10.0.0.9"),
      Self.address("a", "10.0.0.5"),
    ]
    var chain = AliasChain(from: "a")
    chain.follow(records, to: .a)
    #expect(chain.records.map(\.value) == ["10.0.0.5"])
    #expect(chain.unrelated(in: records) == 2)
  }

  @Test("A loop ends at the name that comes again", arguments: [1, 2, 7])
  func loops(_ length: Int) {
    let records = (0..<length).map { Self.alias("n\($0)", "n\(($0 + 1) % length)") }
    var chain = AliasChain(from: "n0")
    chain.follow(records, to: .a)
    #expect(chain.end == .loop)
    #expect(chain.aliases.count == length)
  }

  @Test("A hundred aliases are followed as far as resolvers follow them", arguments: [16, 17, 100])
  func long(_ length: Int) {
    let records = (0..<length).map { Self.alias("n\($0)", "n\($0 + 1)") } + [Self.address("n\(length)")]
    var chain = AliasChain(from: "n0")
    chain.follow(records, to: .a)
    #expect(chain.aliases.count == 16)
    #expect(chain.end == (length == 16 ? .records : .limit))
  }

  @Test("A question for aliases gets the alias itself")
  func aliasAsked() {
    var chain = AliasChain(from: "a")
    chain.follow([Self.alias("a", "b"), Self.alias("b", "c")], to: .cname)
    #expect(chain.records.map(\.value) == ["b"])
    #expect(chain.aliases.isEmpty)
  }

  @Test("A second answer leads on from where the first ended")
  func continued() {
    var chain = AliasChain(from: "a")
    chain.follow([Self.alias("a", "b")], to: .a)
    #expect(chain.end == .nothing)
    #expect(chain.name == "b")
    chain.follow([Self.address("b")], to: .a)
    #expect(chain.end == .records)
    #expect(chain.aliases.map(\.value) == ["b"])
  }
}
