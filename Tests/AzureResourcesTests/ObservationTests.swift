import AzureResources
import IPAddressing
import Testing

@Suite("Observations")
struct ObservationTests {
  struct Path: Sendable, CustomTestStringConvertible {
    let path: String
    let resource: String
    let action: String
    var testDescription: String { path }
  }

  @Test(
    "A path is a resource and an action asked of it",
    arguments: [
      Path(
        path: "\(root)/networkInterfaces/n/effectiveRouteTable", resource: "\(root)/networkInterfaces/n",
        action: "effectiveroutetable"),
      Path(path: "\(root)/networkInterfaces/n", resource: "\(root)/networkInterfaces/n", action: ""),
      Path(
        path: "https://management.azure.com\(root)/virtualNetworkGateways/g/getLearnedRoutes?api-version=2024-05-01",
        resource: "\(root)/virtualNetworkGateways/g", action: "getlearnedroutes"),
      Path(
        path: "\(root)/virtualHubs/h/bgpConnections/b/learnedRoutes",
        resource: "\(root)/virtualHubs/h/bgpConnections/b",
        action: "learnedroutes"),
      Path(
        path: "\(root)/expressRouteCircuits/c/peerings/AzurePrivatePeering/arpTables/primary",
        resource: "\(root)/expressRouteCircuits/c/peerings/AzurePrivatePeering", action: "arptables/primary"),
      Path(
        path: "\(root)/expressRouteCircuits/c/peerings/p/routeTablesSummary/secondary",
        resource: "\(root)/expressRouteCircuits/c/peerings/p", action: "routetablessummary/secondary"),
      Path(path: "\(root)/networkWatchers/w/nextHop", resource: "\(root)/networkWatchers/w", action: "nexthop"),
      Path(path: "/subscriptions/s/resourceGroups/g", resource: "/subscriptions/s/resourceGroups/g", action: ""),
    ])
  func paths(sample: Path) throws {
    let batch = try decoded(#"{"method": "post", "path": "\#(sample.path)", "response": {}}"#)
    let observation = try #require(batch.observations.first)
    #expect(observation.resource == ResourceID(sample.resource))
    #expect(observation.action == sample.action)
    #expect(observation.method == "POST")
    #expect(observation.status == 200)
    #expect(!observation.path.contains("?") && !observation.path.contains("://"))
  }

  @Test("An observation may name its call by a URL, wherever it stands")
  func urls() throws {
    let text = #"{"method": "GET", "url": "https://management.azure.com\#(root)/networkInterfaces/n", "status": 404}"#
    for section in [ResourceBatch.Section.any, .observation] {
      let batch = try decoded(text, as: section)
      #expect(batch.observations.map(\.path) == ["\(root)/networkInterfaces/n"])
      #expect(batch.observations.map(\.status) == [404])
      #expect(batch.unrecognized == 0)
    }
  }

  static let rows =
    #"{"network": "10.9.0.0/16", "nextHop": "10.0.1.4", "origin": "EBgp", "asPath": "65001-65002", "weight": 32768}"#

  @Test(
    "What a gateway, Route Server or circuit learned is kept",
    arguments: [
      ("virtualNetworkGateways/g/getLearnedRoutes", #"{"value": [\#(rows)]}"#),
      ("virtualNetworkGateways/g/getLearnedRoutes", "[\(rows)]"),
      (
        "virtualHubs/h/bgpConnections/b/learnedRoutes",
        #"{"RouteServiceRole_IN_0": [\#(rows)], "RouteServiceRole_IN_1": []}"#
      ),
      ("expressRouteCircuits/c/peerings/p/routeTables/primary", #"{"value": [\#(rows)]}"#),
    ])
  func learned(path: String, response: String) throws {
    let batch = try decoded(
      #"{"method": "POST", "path": "\#(root)/\#(path)", "observedAt": "2026-01-01T00:00:00Z", "response": \#(response)}"#
    )
    let learned = try #require(batch.learnedRoutes.first)
    #expect(learned.observedAt == "2026-01-01T00:00:00Z")
    let route = try #require(learned.routes.first)
    #expect(route.network == (try IPPrefix("10.9.0.0/16")))
    #expect(route.nextHop == (try IPAddress("10.0.1.4")))
    #expect(route.asPath == [65001, 65002])
    #expect(route.weight == 32768)
    #expect(route.isLearned)
  }

  @Test("A circuit's table in router's words reads as well")
  func routerWords() throws {
    let batch = try decoded(
      """
      {"path": "\(root)/expressRouteCircuits/c/peerings/p/routeTables/primary", "response": {"value": [
        {"network": "10.1.0.0/16", "nextHop": "10.100.255.13*", "locPrf": "100", "weight": 0, "path": "65515 I\\n     "}]}}
      """)
    let route = try #require(batch.learnedRoutes.first?.routes.first)
    #expect(route.nextHop?.description == "10.100.255.13")
    #expect(route.asPath == [65515])
  }

  @Test(
    "An answer that holds no list is not an empty list of routes",
    arguments: [
      #""status": 500, "response": {"value": []}"#, #""response": {"error": {"code": "X"}}"#, #""response": null"#,
      #""response": {"value": null}"#, #""status": 200"#,
    ])
  func nothingLearned(rest: String) throws {
    let batch = try decoded(
      #"{"method": "POST", "path": "\#(root)/virtualNetworkGateways/g/getLearnedRoutes", \#(rest)}"#)
    #expect(batch.observations.count == 1)
    #expect(batch.learnedRoutes.isEmpty)
  }

  @Test("An empty list is an answer")
  func emptyList() throws {
    let batch = try decoded(
      #"{"path": "\#(root)/virtualNetworkGateways/g/getLearnedRoutes", "response": {"value": []}}"#)
    #expect(batch.learnedRoutes.map { $0.routes.isEmpty } == [true])
  }

  @Test("A learned route that can't be read is an issue of the gateway")
  func malformedRoute() throws {
    let batch = try decoded(
      """
      {"path": "\(root)/virtualNetworkGateways/g/getLearnedRoutes", "response": {"value": [
        {"network": "10.0.0.0/33", "nextHop": "10.0.0.1"}, \(Self.rows)]}}
      """)
    #expect(batch.learnedRoutes.first?.routes.count == 1)
    #expect(batch.issues.map(\.resource) == [ResourceID("\(root)/virtualNetworkGateways/g")])
    #expect(issues(batch) == [#"network: "10.0.0.0/33" is no prefix of a learned route"#])
  }

  @Test("Answers under their gateways' ids count as observations")
  func keyedAnswers() throws {
    let batch = try decoded(
      """
      {"\(root)/virtualNetworkGateways/g": {"value": [\(Self.rows)]}, "\(root)/virtualNetworkGateways/h": {"value": []}}
      """)
    #expect(batch.observations.map(\.action) == ["getlearnedroutes"])
    #expect(batch.learnedRoutes.map { String($0.resource.name) } == ["g"], "an empty answer doesn't say to what")
    #expect(batch.unrecognized == 0)
  }
}
