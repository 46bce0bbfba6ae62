import Testing

@Suite("azimuth rest")
struct RESTCommandTests {
  static let base =
    "/subscriptions/00000000-0000-0000-0000-00000000000a/resourceGroups/app-rg/providers/Microsoft.Network"

  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("read", "rest --url \(base)/networkSecurityGroups/web-nsg?api-version=2024-05-01 -o json"),
      Scenario("list", "rest -m get -u \(base)/privateEndpoints -o table"),
      Scenario("stopped", "rest -m POST -u \(base)/networkInterfaces/sql-1-nic/effectiveRouteTable"),
      Scenario("absent", "rest -u \(base)/networkInterfaces/nowhere"),
      Scenario("yaml", "rest -u \(base)/networkSecurityGroups/web-nsg -o yaml"),
      Scenario("bad-body", "rest -m POST -u \(base)/networkWatchers/w/nextHop -b {\"a\":}"),
      Scenario("no-url", "rest"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "rest") }

  @Test("Effective routes are those of `routes`, and what they lack is said")
  func routes() async throws {
    let url = Self.base + "/networkInterfaces/web-1-nic/effectiveRouteTable"
    let rest = try await AzimuthRun(["rest", "-m", "POST", "-u", url])
    let routes = try await AzimuthRun(["routes", "web-1-nic", "-o", "json"])
    #expect(rest.output == routes.output)
    #expect(rest.error.hasPrefix("missing: the routes that gateway net-rg/hub-vpn learned over BGP."))
  }

  @Test("A stopped machine's NIC answers with --even-if-stopped")
  func evenIfStopped() async throws {
    let url = Self.base + "/networkInterfaces/sql-1-nic/effectiveRouteTable"
    let run = try await AzimuthRun(["rest", "-m", "POST", "-u", url, "--even-if-stopped", "-o", "csv"])
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("{\n  \"value\": ["))
  }

  @Test("The body comes from the line, from a file, or from standard input")
  func body() async throws {
    let target =
      "/subscriptions/00000000-0000-0000-0000-00000000000a/resourceGroups/app-rg/providers/Microsoft.Compute"
      + "/virtualMachines/web-1"
    let body =
      "{\"targetResourceId\": \"\(target)\", \"sourceIPAddress\": \"10.1.0.4\", \"destinationIPAddress\": \"10.2.0.4\"}"
    let call = ["rest", "-m", "POST", "-u", Self.base + "/networkWatchers/w/nextHop", "-b"]
    let inline = try await AzimuthRun(call + [body])
    #expect(inline.output.contains("\"nextHopIpAddress\": \"10.0.1.4\""))
    #expect(try await AzimuthRun(call + ["@-"], input: body).output == inline.output)
    let absent = try await AzimuthRun(call + ["@/nonexistent/body.json"])
    #expect(absent.error == "error: /nonexistent/body.json: the body can't be read.\n")
    #expect(absent.code == 3)
  }
}
