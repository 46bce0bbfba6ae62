import Testing

@Suite("azimuth flow")
struct FlowCommandTests {
  private static func scenario(_ name: String, _ line: String, columns: Int? = nil, input: String = "") -> Scenario {
    Scenario(name, "flow \(line)", fixture: "filters", columns: columns, input: input)
  }

  static let inbound = "--direction inbound --protocol tcp"
  static let outbound = "--direction outbound --protocol tcp"
  static let storage = "web-1 \(outbound) --local 10.4.0.4 --remote 20.60.0.4:443"

  @Test(
    "Answers are those of the golden files",
    arguments: [
      scenario("allow", "web-1 \(inbound) --local 10.4.0.4:443 --remote 8.8.8.8:50000"),
      scenario("json", "web-1 \(inbound) --local 10.4.0.4:443 --remote 8.8.8.8:50000 -o json"),
      scenario("default-json", "free-1 \(inbound) --local 10.4.0.4:443 --remote 8.8.8.8:50000 -o json"),
      scenario("deny", "web-1-nic \(inbound) --local 10.4.0.4:80 --remote 8.8.8.8:50000"),
      scenario("explain", "web-1 \(inbound) --local 10.4.0.4:22 --remote 10.4.1.4:50000 --explain"),
      scenario("explain-json", "sql-1 \(inbound) --local 10.4.1.4:80 --remote 10.4.0.4:50000 --explain -o json"),
      scenario("explain-csv", "sql-1 \(inbound) --local 10.4.1.4:1433 --remote 10.4.0.4:50000 --explain -o csv"),
      scenario("screen", "sql-1 \(inbound) --local 10.4.1.4:80 --remote 10.4.0.4:50000 --explain", columns: 90),
      scenario("application-groups", "sql-1 \(inbound) --local 10.4.1.4:1433 --remote 10.4.0.4:50000"),
      scenario("admin-denies", "web-1 \(inbound) --local 10.4.0.4:23 --remote 8.8.8.8:50000"),
      scenario("admin-always-allows", "web-1 \(inbound) --local 10.4.0.4:9999 --remote 198.51.100.200:50000"),
      scenario("open-port", "web-1 \(inbound) --local 10.4.0.4 --remote 8.8.8.8:50000"),
      scenario("open-port-agrees", "sql-1 \(inbound) --local 10.4.1.4 --remote 10.4.2.4"),
      scenario("icmp", "web-1 --direction inbound --protocol icmp --local 10.4.0.4 --remote 8.8.8.8"),
      scenario("platform", "web-1 --direction outbound --protocol udp --local 10.4.0.4 --remote 168.63.129.16:53"),
      scenario("metadata", "web-1 \(outbound) --local 10.4.0.4 --remote 169.254.169.254:80"),
      scenario("no-filters", "free-1 \(inbound) --local 10.4.2.4:443 --remote 10.4.0.4:50000"),
      scenario("group-missing", "lost-1 \(inbound) --local 10.4.3.4:443 --remote 8.8.8.8:50000"),
      scenario("forwarded", "web-1 \(inbound) --local 10.4.0.99:443 --remote 8.8.8.8:50000"),
      scenario("tag-unknown", storage),
      scenario("tag-unknown-json", "\(storage) -o json"),
      scenario(
        "several", "--ids @- \(inbound) --local 10.4.0.4:443 --remote 8.8.8.8:50000", input: "web-1\nweb-1-nic\n"),
      scenario("icmp-port", "web-1 --direction inbound --protocol icmp --local 10.4.0.4:1 --remote 8.8.8.8"),
      scenario("versions", "web-1 \(inbound) --local 10.4.0.4:1 --remote ::1"),
      scenario("bad-port", "web-1 \(inbound) --local 10.4.0.4:http --remote 8.8.8.8"),
      scenario("bad-address", "web-1 \(inbound) --local 10.4.0:80 --remote 8.8.8.8"),
      scenario("bad-direction", "web-1 --direction sideways --protocol tcp --local 10.4.0.4:80 --remote 8.8.8.8"),
      scenario("no-remote", "web-1 \(inbound) --local 10.4.0.4:80"),
      scenario("not-a-machine", "shop \(inbound) --local 10.4.0.4:80 --remote 8.8.8.8:50000"),
      scenario("tags-absent", "\(storage) --service-tags /nonexistent/tags.json"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "flow") }

  @Test(
    "Azure's list of service tags settles what the snapshot leaves open",
    arguments: [("20.60.0.4", "Deny"), ("20.60.1.4", "Allow")])
  func serviceTags(remote: String, access: String) async throws {
    let words = "flow web-1 \(Self.outbound) --local 10.4.0.4 --remote \(remote):443 -o tsv --service-tags"
    let file = Paths.fixture("service-tags.json")
    let run = try await AzimuthRun(words.split(separator: " ").map(String.init) + [file], fixture: "filters")
    #expect(run.output.hasPrefix("\(access)\t"))
    #expect(run.code == 0)
  }

  @Test("A file that is no list of service tags is refused")
  func noServiceTags() async throws {
    let words = "flow web-1 \(Self.outbound) --local 10.4.0.4 --remote 8.8.8.8:443 --service-tags"
    let file = Paths.fixture("filters/snapshot.json")
    let run = try await AzimuthRun(words.split(separator: " ").map(String.init) + [file], fixture: "filters")
    #expect(run.code == 3)
    #expect(run.error.contains("is no list of service tags"))
  }

  @Test(
    "Answers are those of the call ipFlowVerify", arguments: [(443, "10.4.0.4"), (22, "203.0.113.9"), (80, "8.8.8.8")])
  func sameAsCall(port: Int, remote: String) async throws {
    let line = "flow web-1 \(Self.inbound) --local 10.4.0.4:\(port) --remote \(remote):50000 -o json"
    let flow = try await AzimuthRun(line.split(separator: " ").map(String.init), fixture: "filters")
    let base = "/subscriptions/00000000-0000-0000-0000-00000000000b/resourceGroups/shop-rg/providers"
    let body = """
      {"targetResourceId": "\(base)/Microsoft.Compute/virtualMachines/web-1", "direction": "Inbound", "protocol": "TCP",
       "localIPAddress": "10.4.0.4", "localPort": "\(port)", "remoteIPAddress": "\(remote)", "remotePort": "50000"}
      """
    let url = "\(base)/Microsoft.Network/networkWatchers/w/ipFlowVerify"
    let call = try await AzimuthRun(
      ["rest", "--method", "POST", "--url", url, "--body", body, "--even-if-stopped"], fixture: "filters")
    #expect(flow.output == call.output)
    #expect(call.code == 0)
  }
}
