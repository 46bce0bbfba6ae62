import JSONDocument
import Testing

@testable import HybridConnectivity

@Suite("Two route tables side by side")
struct CircuitRouteComparisonTests {
  private func table(_ rows: [(String, String, String)]) throws -> CircuitRouteTable {
    let rows = rows.map { network, hop, path -> JSONValue in
      ["network": .string(network), "nextHop": .string(hop), "locPrf": "100", "weight": 0, "path": .string(path)]
    }
    return try #require(CircuitRouteTable(["value": .array(rows)]))
  }

  @Test("The customer's routes pair although their next hops differ, and gateways' by next hop whatever their order")
  func pairs() throws {
    let primary = try table([
      ("10.1.0.0/16", "10.17.17.140*", "65515 I"), ("10.1.0.0/16", "10.17.17.141", "65515 I"),
      ("192.168.0.0/16", "172.16.0.1", "64512 I"),
    ])
    let secondary = try table([
      ("192.168.0.0/16", "172.16.0.5", "64512 I"), ("10.1.0.0/16", "10.17.17.141*", "65515 I"),
      ("10.1.0.0/16", "10.17.17.140", "65515 I"),
    ])
    let comparison = CircuitRouteComparison(primary: primary, secondary: secondary)
    #expect(comparison.rows.count == 3)
    #expect(comparison.differing.isEmpty)
    #expect(comparison.rows.map { $0.left?.nextHopText } == ["10.17.17.140", "10.17.17.141", "172.16.0.1"])
    #expect(comparison.rows.map { $0.right?.nextHopText } == ["10.17.17.140", "10.17.17.141", "172.16.0.5"])
  }

  @Test("Prepending, one-sided networks and preferences are differences")
  func differences() throws {
    let primary = try table([("192.168.0.0/16", "172.16.0.1", "64512"), ("192.168.9.0/24", "172.16.0.1", "64512")])
    let secondary = try table([("192.168.0.0/16", "172.16.0.5", "64512 64512"), ("0.0.0.0/0", "172.16.0.5", "64512")])
    let rows = CircuitRouteComparison(primary: primary, secondary: secondary).rows
    #expect(rows.map(\.network) == ["0.0.0.0/0", "192.168.0.0/16", "192.168.9.0/24"])
    #expect(rows.map(\.differences) == [[.onlyRight], [.pathLength], [.onlyLeft]])
  }

  @Test("Between two times the selected route and the next hop count too")
  func times() throws {
    let earlier = try table([("10.1.0.0/16", "10.17.17.140*", "65515"), ("10.1.0.0/16", "10.17.17.141", "65515")])
    let later = try table([("10.1.0.0/16", "10.17.17.140", "65515"), ("10.1.0.0/16", "10.17.17.141*", "65515")])
    let rows = CircuitRouteComparison(earlier: earlier, later: later).rows
    #expect(rows.map(\.differences) == [[.selection], [.selection]])
  }

  @Test("A reflected route stands beside no route of the customer's own")
  func reflected() throws {
    let primary = try table([("10.1.0.0/16", "172.16.0.1", "64512 12076")])
    let secondary = try table([("10.1.0.0/16", "10.17.17.140", "65515")])
    let rows = CircuitRouteComparison(primary: primary, secondary: secondary).rows
    #expect(rows.map(\.differences) == [[.onlyLeft], [.onlyRight]])
  }
}
