import CommandLineParsing
import Testing

@Suite("Values from words")
struct ArgumentValueTests {
  @Test("Whole numbers are read, negative ones too", arguments: [("0", 0), ("-5", -5), ("+7", 7), ("443", 443)])
  func numbers(word: String, number: Int) throws {
    #expect(try Int(argument: word) == number)
  }

  @Test(
    "What isn't a whole number is refused with a reason", arguments: ["", "x", "1.5", "1 ", "99999999999999999999"])
  func notNumbers(word: String) {
    #expect(throws: ArgumentValueError("expected a whole number")) { try Int(argument: word) }
  }

  @Test("An enum's word is found without regard to case", arguments: ["json", "JSON", "Json"])
  func enums(word: String) throws {
    #expect(try OutputFormat(argument: word) == .json)
  }

  @Test("An equal word goes before one that differs in case")
  func exactCase() throws {
    #expect(try Letter(argument: "a") == .small)
    #expect(try Letter(argument: "A") == .capital)
  }

  @Test("A value's word reads back as the value", arguments: OutputFormat.allCases)
  func roundTrip(format: OutputFormat) throws {
    #expect(try OutputFormat(argument: format.argumentText) == format)
    #expect(OutputFormat.allowedArguments.contains(format.argumentText))
  }

  private enum Letter: String, CaseIterable, ArgumentValue {
    case capital = "A"
    case small = "a"
  }
}
