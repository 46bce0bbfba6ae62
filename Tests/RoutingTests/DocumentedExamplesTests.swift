import AzureFacts
import Estate
import IPAddressing
import JSONDocument
import SnapshotReading
import Testing

@testable import Routing

@Suite("Worked examples of Azure's routes", .enabled(if: ReferenceExample.folder != nil, ReferenceExample.absence))
struct DocumentedExamplesTests {
  /// Examples, or parts of them, that effective routes can't express, each with the reason.
  static let notExpressible: [(example: String, part: String, reason: String)] = [
    ("05", "nextHop with an error", "whether a source address is on a NIC is the next hop call's business"),
    ("05", "tagMap", "the tag VirtualNetwork belongs to filtering"),
    ("05", "dataPath", "access over a peering is judged on the path, not in the routes"),
    ("12", "all", "security rules"),
    ("13", "all", "application security groups"),
    ("14", "all", "firewall rules"),
    ("15", "all", "how tools rewrite a hub's tables and which firewalls a path meets"),
    ("16", "all", "hub routing preference needs learned routes of hub gateways, of which Azure shows none"),
    ("18", "advertise", "what gateways advertise to the other side"),
    ("20", "all", "outcomes of probes"),
    ("22", "all", "the address that outbound traffic gets"),
    ("24", "recorded ExpressRoute and P2S rows", "they come from outside; the snapshot has them as observations only"),
    ("26", "all", "the tags Internet and VirtualNetwork belong to filtering"),
    ("27", "all", "security rules"),
  ]

  @Test("Every example is either run here or listed with the reason why it can't be")
  func inventory() {
    let run = [
      "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "17", "18", "19", "21", "23", "24", "25",
    ]
    for entry in Self.notExpressible {
      print("example \(entry.example), \(entry.part): not expressible, \(entry.reason)")
    }
    for name in ReferenceExample.names {
      let number = String(name.prefix(2))
      #expect(
        run.contains(number) || Self.notExpressible.contains { $0.example == number && $0.part == "all" }, "\(name)")
    }
  }

  @Test("The rows are the example's", arguments: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "23"])
  func rows(number: String) throws {
    let example = try ReferenceExample.load(number)
    var compared = 0
    for question in Self.questions(example) {
      var snapshot = try ExampleSnapshot(question.configuration)
      let table = try snapshot.table(question.network, question.subnet)
      var computed = table.routes.map { ExampleRow($0) }
      let noneRows = question.expected["noneRows"]?.text ?? ""
      if noneRows.hasPrefix("unspecified") { computed.removeAll(where: \.isPlatformNone) }
      // The article's table leaves out a row that its text names.
      if noneRows == "doc" { computed.removeAll { $0.isPlatformNone && $0.prefixes == ["172.16.0.0/12"] } }
      var expected = question.expected.list("rows").map { ExampleRow($0) }
      // A derived example keeps, as Invalid, what recorded answers leave out (facts §2).
      expected.removeAll { $0.isPlatformNone && $0.state == "Invalid" }
      let difference = ExampleRow.difference(computed, expected)
      #expect(difference.isEmpty, "example \(number) \(question.label): \(difference.joined(separator: "\n"))")
      for row in question.expected.list("rows") {
        guard let flag = row["disableBgpRoutePropagation"]?.flag else { continue }
        #expect(table.disableBgpRoutePropagation == flag)
      }
      try Self.check(question.selection, table, "example \(number) \(question.label)")
      compared += 1
    }
    #expect(compared > 0)
  }

  @Test("The next hops are the example's", arguments: ["03", "05", "09"])
  func nextHops(number: String) throws {
    let example = try ReferenceExample.load(number)
    let configuration = try #require(example["config"])
    var snapshot = try ExampleSnapshot(configuration)
    // The next hop call has names of its own for two types (facts §4).
    let names = ["VirtualNetwork": "VnetLocal", "PrivateEndpoint": "InterfaceEndpoint"]
    for hop in example.list("nextHop") where hop["expectError"] == nil {
      let network = hop["vnet"]?.text ?? configuration.list("vnets")[0]["name"]?.text ?? ""
      let described = configuration.list("vnets").first { $0["name"]?.text == network }
      let subnet = described?.list("subnets").first?["name"]?.text ?? ""
      let address = try #require(hop["dst"]?.text)
      let route = try #require(try snapshot.table(network, subnet).route(to: try IPAddress(address)))
      let type = try #require(hop["expect"]?["nextHopType"]?.text)
      #expect(route.nextHopType.rawValue == names[type] ?? type, "\(number) \(address)")
      #expect(route.nextHopAddresses.first?.description == hop["expect"]?["nextHopIpAddress"]?.text)
      #expect((route.source == .user) == (hop["expect"]?["routeTableId"]?.text != "System Route"))
    }
  }

  @Test("Each selection among given rows is the example's")
  func selectionAmongRows() throws {
    let minis = try ReferenceExample.load("11").list("minis")
    #expect(minis.count >= 17)
    for mini in minis {
      let table = try GivenRows(mini.list("rows")).table
      try Self.check(mini.list("select"), table, "mini \(mini["id"]?.text ?? "")")
    }
  }

  private struct Question {
    let label: String
    let configuration: JSONValue
    let network: String
    let subnet: String
    let expected: JSONValue
    let selection: [JSONValue]
  }

  private static func questions(_ example: JSONValue) -> [Question] {
    func question(_ part: JSONValue, _ configuration: JSONValue?, _ selection: [JSONValue]) -> Question? {
      guard let query = part["query"], query["kind"]?.text == "effectiveRoutes", let configuration,
        let expected = part["expected"], let network = query["vnet"]?.text, let subnet = query["subnet"]?.text
      else { return nil }
      return Question(
        label: part["label"]?.text ?? "\(network)/\(subnet)", configuration: configuration, network: network,
        subnet: subnet, expected: expected, selection: selection)
    }
    let shared = example["config"]
    var found = [question(example, shared, example.list("selection"))]
    for part in example.list("queries") {
      let own = example.list("selection").filter {
        $0["vnet"]?.text == part["query"]?["vnet"]?.text && $0["subnet"]?.text == part["query"]?["subnet"]?.text
      }
      found.append(question(part, shared, own))
    }
    for part in example.list("cases") { found.append(question(part, part["config"], part.list("selection"))) }
    return found.compactMap { $0 }
  }

  /// Compares the selected route with what each choice expects of it.
  private static func check(_ choices: [JSONValue], _ table: EffectiveRouteTable, _ label: String) throws {
    for choice in choices {
      let address = try #require(choice["dst"]?.text)
      let route = try #require(table.route(to: try IPAddress(address)), "\(label): no route to \(address)")
      let row = ExampleRow(route)
      let expect = try #require(choice["expect"])
      for (key, value) in [("source", row.source), ("nextHopType", row.nextHopType), ("name", row.name)] {
        if let expected = expect[key]?.text { #expect(value == expected, "\(label): \(key) to \(address)") }
      }
      if let hops = expect["nextHopIpAddress"]?.texts { #expect(row.hops == hops.sorted(), "\(label): to \(address)") }
      let candidates = table.candidates(for: try IPAddress(address))
      #expect(candidates.first?.outcome == .wins && candidates.first?.route == route)
      #expect(candidates.dropFirst().allSatisfy { $0.outcome != .wins })
    }
  }
}
