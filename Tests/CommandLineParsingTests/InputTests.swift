import Testing

@testable import CommandLineParsing

@Suite("Declared inputs")
struct InputTests {
  @Test(
    "A property's name becomes words with dashes",
    arguments: [
      ("port", "port"), ("resourceGroup", "resource-group"), ("asOf", "as-of"), ("vmID", "vm-id"),
      ("arpIPAddress", "arp-ip-address"), ("URL", "url"), ("x", "x"), ("", ""),
    ])
  func names(label: String, name: String) {
    #expect(Input.dashed(label) == name)
  }

  @Test("Inputs come in the order of their declaration, groups in their place")
  func order() {
    let slots = InputSlot.slots(of: DiagnoseCommand())
    #expect(
      slots.map(\.input.title) == [
        "SOURCE", "DESTINATION[:PORT]", "--protocol", "--port", "--explain", "--snapshot", "--output",
        "--resource-group", "--verbose",
      ])
    #expect(slots.map(\.input.section) == [nil, nil, nil, nil, nil] + Array(repeating: "Common options", count: 4))
  }

  @Test("Each command value has inputs of its own")
  func independence() throws {
    let first = DiagnoseCommand()
    let second = DiagnoseCommand()
    for slot in InputSlot.slots(of: first) where slot.input.name == "port" { try slot.store("7") }
    #expect(first.port == 7)
    #expect(second.port == 0)
  }

  @Test(
    "A usage line shows what is required, optional and repeatable",
    arguments: [
      (Input.Kind.argument, Input.Count.required, "PLACE"), (.argument, .optional, "[PLACE]"),
      (.argument, .oneOrMore, "PLACE..."), (.argument, .anyNumber, "[PLACE...]"), (.option, .required, "--way PLACE"),
      (.option, .anyNumber, "[--way PLACE...]"), (.flag, .optional, "[--way]"),
    ])
  func usage(kind: Input.Kind, count: Input.Count, usage: String) {
    #expect(Input(kind: kind, name: "way", help: "", placeholder: "PLACE", count: count).usage == usage)
  }
}
