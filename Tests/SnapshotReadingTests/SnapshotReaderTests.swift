import AzureResources
import Estate
import Glibc
import JSONDocument
import JSONReading
import Testing

@testable import SnapshotReading

@Suite("Reading snapshots")
struct SnapshotReaderTests {
  static let root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"
  static let network = """
    {"id": "\(root)/virtualNetworks/v", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}, \
    "subnets": [{"name": "Süd", "properties": {"addressPrefix": "10.0.0.0/24"}}]}}
    """
  static let gateway = #"{"id": "\#(root)/virtualNetworkGateways/gw", "properties": {"gatewayType": "Vpn"}}"#
  static let learned = """
    {"method": "POST", "path": "\(root)/virtualNetworkGateways/gw/getLearnedRoutes", "body": null, "status": 200, \
    "response": {"value": [{"network": "192.168.0.0/24", "nextHop": "192.0.2.1", "origin": "EBgp"}]}, \
    "observedAt": "2026-01-01T00:00:00Z"}
    """

  struct Form: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var learns = false
    var testDescription: String { name }
  }

  static let forms = [
    Form(name: "a list", text: "[\(network), \(gateway)]"),
    Form(name: "an ARM list", text: #"{"value": [\#(network), \#(gateway)], "nextLink": null}"#),
    Form(name: "resources one after the other", text: network + gateway),
    Form(name: "JSON Lines", text: "\(network)\n\(gateway)\n"),
    Form(name: "JSON Lines with CRLF", text: "\(network)\r\n\r\n\(gateway)\r\n"),
    Form(
      name: "az graph query",
      text: #"{"count": 2, "data": [\#(network), \#(gateway)], "skip_token": null, "total_records": 2}"#),
    Form(name: "Search-AzGraph", text: #"{"SkipToken": null, "Data": [\#(network), \#(gateway)]}"#),
    Form(
      name: "native", text: #"{"azimuth": 1, "resources": [\#(network), \#(gateway)], "observations": [\#(learned)]}"#,
      learns: true),
    Form(
      name: "native in another order",
      text:
        #"{"observations": [\#(learned)], "note": {"a": [1, "}"]}, "resources": [\#(network), \#(gateway)], "AZIMUTH": 1}"#,
      learns: true),
    Form(name: "observations in the list", text: "[\(network), \(learned), \(gateway)]", learns: true),
    Form(name: "several lists in one file", text: #"[\#(network)] {"value": [\#(gateway)]} []"#),
    Form(name: "one resource under the key of a list", text: #"{"azimuth": 1, "resources": \#(network)}\#(gateway)"#),
    Form(
      name: "answers under their gateways' ids",
      text: """
        [\(network), \(gateway), {"\(root)/virtualNetworkGateways/gw": {"value": [
          {"network": "192.168.0.0/24", "nextHop": "192.0.2.1", "origin": "EBgp"}]}}]
        """, learns: true),
  ]

  private func check(_ estate: Estate, _ form: Form) {
    #expect(estate.records.map { String($0.id.name) } == ["v", "gw"])
    #expect(estate.subnets.count == 1)
    #expect(estate.subnet(0).id.name == "Süd")
    #expect(estate.virtualNetworkGateways.count == 1)
    #expect(estate.observations.count == (form.learns ? 1 : 0))
    #expect(
      estate.virtualNetworkGateways.map { estate.learnedRoutes(of: $0.id)?.routes.count ?? 0 } == [form.learns ? 1 : 0])
    #expect(estate.findings.isEmpty)
    #expect(estate.unrecognizedElements == 0)
  }

  @Test("Every form of input reads alike", arguments: forms)
  func everyForm(form: Form) throws { check(try SnapshotReader.read(text: form.text), form) }

  @Test("A file reads alike in every encoding", arguments: forms)
  func encodings(form: Form) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let utf16 = Array(form.text.utf16)
    let little = utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for bytes in [
      Array(form.text.utf8), [0xef, 0xbb, 0xbf] + form.text.utf8, [0xff, 0xfe] + little, [0xfe, 0xff] + big,
    ] {
      check(try SnapshotReader.read([try folder.write("a.json", bytes)]), form)
    }
  }

  @Test("A file reads alike in pieces of any size", arguments: forms)
  func pieces(form: Form) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("a.json", form.text)
    for piece in [1, 2, 3, 7, 61, 64, 100, form.text.utf8.count - 1, form.text.utf8.count, form.text.utf8.count + 1] {
      let estate = try SnapshotReader.read([path], limits: ReadingLimits(piece: piece))
      check(estate, form)
      // What answers quote is the text itself, whichever piece holds it.
      #expect(estate.json(estate.records[1].id)?["properties"]?["gatewayType"] == "Vpn")
      #expect(estate.text.place(of: estate.records[0].source).hasPrefix("\(path):"))
    }
  }

  @Test("Nothing in a list is an estate without resources", arguments: ["[]", #"{"value": []}"#, #"{"azimuth": 1}"#])
  func nothing(text: String) throws {
    let estate = try SnapshotReader.read(text: text)
    #expect(estate.records.isEmpty && estate.findings.isEmpty && estate.unrecognizedElements == 0)
  }

  @Test("A folder is all its JSON files, those in folders below and behind links among them, each once")
  func folders() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let below = try folder.folder("below")
    try folder.write("a.json", "[\(Self.network)]")
    try folder.write("below/b.JSONL", "\(Self.gateway)\n")
    try folder.write("below/c.ndjson", "\(Self.learned)\n")
    try folder.write("below/empty.jsonl", "")
    try folder.write("notes.txt", "not JSON")
    try folder.write(".hidden.json", "not JSON")
    _ = system("ln -s '\(folder.path)' '\(below)/up'; ln -s .. '\(below)/up2'; ln -s nowhere '\(below)/dangling'")
    for path in [folder.path, "\(folder.path)/"] {
      let estate = try SnapshotReader.read([path])
      check(estate, Form(name: "folder", text: "", learns: true))
      #expect(estate.text.files.count == 4)
    }
  }

  @Test("Several paths are one snapshot, standard input among them")
  func severalPaths() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let first = try folder.write("a.json", "[\(Self.network)]")
    let file = try #require(fopenForReading(try folder.write("b.json", "[\(Self.gateway)]")))
    let estate = try SnapshotReader.read([first, "-"], standardInput: file)
    check(estate, Form(name: "paths", text: ""))
    #expect(estate.text.place(of: estate.records[1].source) == "-:1")
  }

  @Test("Service tags come from Azure's file and from az")
  func serviceTags() throws {
    let tag = #"{"name": "Storage", "id": "Storage", "properties": {"addressPrefixes": ["20.0.0.0/24"]}}"#
    let file = #"{"changeNumber": 1, "cloud": "Public", "values": [\#(tag)]}"#
    let az = """
      {"changeNumber": "1", "cloud": "Public", "id": "/subscriptions/s/providers/Microsoft.Network/serviceTags/public",
       "name": "public", "type": "Microsoft.Network/serviceTags", "values": [\(tag)]}
      """
    for text in [file, az, "[\(az)]"] {
      #expect(try SnapshotReader.read(text: text).serviceTags.map(\.name) == ["Storage"])
    }
  }

  @Test("The same bytes give the same estate, whichever core decodes first")
  func determinism() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // Several megabytes, so that several cores take part; every hundredth id comes twice.
    let resources = (0..<12_000).map { number in
      """
      {"id": "\(Self.root)/virtualNetworks/v\(number % 100 == 99 ? number - 1 : number)", "properties": {"note": \
      "\(String(repeating: "x", count: 300 + number % 7))", "addressSpace": {"addressPrefixes": ["10.0.0.0/\(number % 40)"]}}}
      """
    }
    let path = try folder.write("a.json", "[\(resources.joined(separator: ",\n"))]")
    let first = try SnapshotReader.read([path], limits: ReadingLimits(piece: 1_500_000))
    #expect(first.records.count == 11_880)
    for _ in 0..<4 {
      let again = try SnapshotReader.read([path], limits: ReadingLimits(piece: 1_500_000))
      #expect(again.records == first.records)
      #expect(again.findings == first.findings)
      #expect(again.virtualNetworks == first.virtualNetworks)
    }
    #expect(first.records.map(\.source.offset) == first.records.map(\.source.offset).sorted())
  }
}
