import Testing

@testable import CommandLineParsing

@Suite("Property wrappers")
struct DeclarationTests {
  private struct Inputs: Sendable {
    @Argument("First") var first: String
    @Argument("Second", placeholder: "SECOND-ONE") var second: Int = 7
    @Argument("Third") var third: Direction?
    @Argument("Rest", completion: .files) var rest: [String] = []
    @Option("Required", short: "r") var required: Direction
    @Option("Defaulted") var defaulted: OutputFormat = .json
    @Option("Optional", name: "maybe", environment: "MAYBE") var optional: Int?
    @Option("Optional with a value") var preset: Int? = 3
    @Option("Repeatable") var repeatable: [Int]
    @Flag("Flag", short: "f") var flag: Bool
    let ignored = "not an input"
  }

  private static func input(_ name: String) throws -> Input {
    try #require(InputSlot.slots(of: Inputs()).map(\.input).first { $0.name == name })
  }

  @Test("A declaration says how often an input may be given")
  func counts() {
    let counts = InputSlot.slots(of: Inputs()).map(\.input.count)
    #expect(
      counts == [
        .required, .optional, .optional, .anyNumber, .required, .optional, .optional, .optional, .anyNumber, .optional,
      ])
  }

  @Test("Names, placeholders, defaults and allowed values come from the declaration")
  func details() throws {
    #expect(try Self.input("first").placeholder == "FIRST")
    #expect(try Self.input("second").placeholder == "SECOND-ONE")
    #expect(try Self.input("second").defaultArgument == "7")
    #expect(try Self.input("third").allowed == ["inbound", "outbound"])
    #expect(try Self.input("required").placeholder == "inbound|outbound")
    #expect(try Self.input("required").short == "r")
    #expect(try Self.input("defaulted").placeholder == "VALUE")
    #expect(try Self.input("defaulted").defaultArgument == "json")
    #expect(try Self.input("maybe").environment == "MAYBE")
    #expect(try Self.input("repeatable").placeholder == "NUMBER")
    #expect(try Self.input("flag").kind == .flag)
  }

  @Test("Before parsing the defaults hold")
  func defaults() {
    let inputs = Inputs()
    #expect(inputs.second == 7)
    #expect(inputs.third == nil)
    #expect(inputs.rest == [])
    #expect(inputs.defaulted == .json)
    #expect(inputs.optional == nil)
    #expect(inputs.preset == 3)
    #expect(inputs.repeatable == [])
    #expect(inputs.flag == false)
  }

  @Test("A slot fills its own property")
  func filling() throws {
    let inputs = Inputs()
    let words = ["first": "a", "second": "1", "third": "outbound", "required": "INBOUND", "maybe": "2", "preset": "4"]
    for slot in InputSlot.slots(of: inputs) {
      if let word = words[slot.input.name] { try slot.store(word) }
      if slot.input.isRepeatable { for word in ["1", "2"] { try slot.store(word) } }
      if slot.input.kind == .flag { try slot.store("") }
    }
    #expect(inputs.first == "a")
    #expect(inputs.second == 1)
    #expect(inputs.third == .outbound)
    #expect(inputs.rest == ["1", "2"])
    #expect(inputs.required == .inbound)
    #expect(inputs.optional == 2)
    #expect(inputs.preset == 4)
    #expect(inputs.repeatable == [1, 2])
    #expect(inputs.flag)
  }

  @Test("A property can be set without a parser, as a test may want")
  func setting() {
    let inputs = Inputs()
    inputs.first = "x"
    inputs.required = .outbound
    inputs.flag = true
    #expect(inputs.first == "x")
    #expect(inputs.required == .outbound)
    #expect(inputs.flag)
  }
}
