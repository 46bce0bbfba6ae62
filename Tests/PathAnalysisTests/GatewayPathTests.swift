import AzureResources
import EstateFixtures
import JSONDocument
import PathAnalysis
import Routing
import Testing

@Suite("Ways by gateways")
struct GatewayPathTests {
  private func trace(_ lab: EstateBuilder, to destination: String) throws -> Trace {
    try TracerTests.trace(lab, from: "spoke1/app", "10.1.1.10", to: destination)
  }

  @Test("A site's prefix is left for by the hub's gateway, and on-premises routes are assumed")
  func site() throws {
    let trace = try trace(.hubWithGateway, to: "192.168.1.1")
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.map(\.kind) == [.source, .gateway, .onPremises])
    #expect(trace.hops.last?.resource?.text == EstateBuilder.connection("to-office"))
    #expect(trace.assumptions.map(\.code) == [.onPremisesRoutes])
  }

  @Test("Clients of a gateway are reached by it")
  func clients() throws {
    var lab = EstateBuilder.hubWithGateway
    lab.set(
      EstateBuilder.gateway("gw"), "vpnClientConfiguration",
      ["vpnClientAddressPool": ["addressPrefixes": ["172.16.201.0/24"]]])
    let trace = try trace(lab, to: "172.16.201.7")
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.last?.kind == .onPremises)
  }

  @Test("A gateway's default site takes what no site lists")
  func defaultSite() throws {
    var lab = EstateBuilder.hubWithGateway
    lab.route("rt1", "all", "0.0.0.0/0", type: "VirtualNetworkGateway")
    guard case .dropped(.gatewayLacksPrefix(let gateway, _)) = try trace(lab, to: "8.8.8.8").outcome else {
      Issue.record("no site has the internet")
      return
    }
    #expect(gateway.text == EstateBuilder.gateway("gw"))
    lab.set(
      EstateBuilder.gateway("gw"), "gatewayDefaultSite", ["id": .string(EstateBuilder.site("office"))])
    #expect(try trace(lab, to: "8.8.8.8").outcome == .delivered)
  }

  @Test("An ExpressRoute gateway takes no user routes")
  func expressRoute() throws {
    var lab = EstateBuilder.hubWithGateway
    lab.gateway("gw", in: "hub", type: "ExpressRoute")
    lab.route("rt1", "all", "0.0.0.0/0", type: "VirtualNetworkGateway")
    guard case .dropped(.noGateway) = try trace(lab, to: "8.8.8.8").outcome else {
      Issue.record("an ExpressRoute gateway is none for a user route")
      return
    }
  }

  @Test("Of two connections the one that is up is taken")
  func redundant() throws {
    var lab = EstateBuilder.hubWithGateway
    lab.site("second", ["192.168.0.0/16"])
    lab.connection("to-second", "gw", site: "second")
    lab.set(EstateBuilder.connection("to-office"), "connectionStatus", "NotConnected")
    let trace = try trace(lab, to: "192.168.1.1")
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.last?.resource?.name == "to-second")
  }

  @Test("A gateway at the other end whose network the snapshot lacks leads into the unknown")
  func unknownEnd() throws {
    var lab = EstateBuilder.hubWithGateway
    lab.gateway("far", in: "elsewhere")
    lab.connection("to-far", "gw", to: "far")
    lab.learned(EstateBuilder.gateway("gw"), ["10.77.0.0/16": "10.77.255.4"])
    lab.set(EstateBuilder.connection("to-far"), "enableBgp", true)
    let trace = try trace(lab, to: "10.77.0.4")
    #expect(trace.outcome == .unknown)
    #expect(trace.missing.contains { $0.kind == .resource })
  }
}
