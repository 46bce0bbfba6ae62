import Testing

@testable import CommandLineParsing

@Suite("Inputs in words")
struct InputTextTests {
  struct Sample: Sendable {
    let input: Input
    let label: String
    let description: String
  }

  static func input(_ kind: Input.Kind, _ count: Input.Count, _ change: (inout Input) -> Void = { _ in }) -> Input {
    var input = Input(kind: kind, name: "way", help: "Which way", placeholder: "WAY", count: count)
    change(&input)
    return input
  }

  @Test(
    "All that follows from the declaration is said",
    arguments: [
      Sample(input: input(.argument, .required), label: "WAY", description: "Which way."),
      Sample(input: input(.argument, .oneOrMore), label: "WAY", description: "Which way. One or more."),
      Sample(input: input(.argument, .anyNumber), label: "WAY", description: "Which way. Any number."),
      Sample(input: input(.flag, .optional) { $0.short = "w" }, label: "-w, --way", description: "Which way."),
      Sample(input: input(.option, .required), label: "    --way WAY", description: "Which way. Required."),
      Sample(
        input: input(.option, .anyNumber), label: "    --way WAY",
        description: "Which way. May be given more than once."),
      Sample(
        input: input(.option, .optional) {
          $0.allowed = ["in", "out"]
          $0.defaultArgument = "in"
          $0.environment = "THE_WAY"
        }, label: "    --way WAY",
        description: "Which way. Allowed: in, out. Default: in. Environment: THE_WAY."),
      Sample(
        input: input(.option, .optional) {
          $0.allowed = ["in", "out"]
          $0.placeholder = "in|out"
        }, label: "    --way in|out", description: "Which way."),
      Sample(
        input: input(.option, .optional) { $0.help = "Which way?" }, label: "    --way WAY", description: "Which way?"),
      Sample(
        input: input(.option, .optional) { $0.defaultArgument = "" }, label: "    --way WAY", description: "Which way."),
    ])
  func words(sample: Sample) {
    #expect(InputText.label(sample.input) == sample.label)
    #expect(InputText.description(sample.input) == sample.description)
  }
}
