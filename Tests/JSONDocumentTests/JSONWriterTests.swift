import JSONDocument
import Testing

@Suite("JSON text")
struct JSONWriterTests {
  struct Sample: Sendable {
    let value: JSONValue
    let compact: String
  }

  @Test(
    "Each kind of value is written as JSON says",
    arguments: [
      Sample(value: nil, compact: "null"),
      Sample(value: ["b": 1, "a": [true, "x"]], compact: #"{"b":1,"a":[true,"x"]}"#),
      Sample(value: .number(1.5), compact: "1.5"),
      Sample(value: .number(.nan), compact: "null"),
      Sample(
        value: "quote \" slash \\ line \n tab \t bell \u{7} ü",
        compact: #""quote \" slash \\ line \n tab \t bell \u0007 ü""#),
      Sample(value: [:], compact: "{}"),
      Sample(value: [], compact: "[]"),
    ])
  func compact(sample: Sample) {
    #expect(JSONWriter.text(sample.value, layout: .compact) == sample.compact)
  }

  @Test("Pretty text has one member a line, two spaces deep, and keeps the order of keys")
  func pretty() {
    #expect(
      JSONWriter.text(["z": ["a": [1]], "b": []]) == "{\n  \"z\": {\n    \"a\": [\n      1\n    ]\n  },\n  \"b\": []\n}"
    )
  }

  @Test("Keys are found without regard to case, and setting replaces in place")
  func keys() {
    var object = JSONObject([("privateIPAddress", "10.0.0.4"), ("name", "x")])
    #expect(object["PrivateIpAddress"] == "10.0.0.4")
    object["PRIVATEIPADDRESS"] = "10.0.0.5"
    object["NAME"] = .some(nil)
    #expect(object.members.map(\.key) == ["privateIPAddress", "name"])
    #expect(object["privateIPAddress"] == "10.0.0.5")
  }
}
