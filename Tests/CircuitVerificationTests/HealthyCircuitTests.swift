import CircuitVerification
import EstateFixtures
import ExpressRouteFacts
import Findings
import HybridConnectivity
import JSONDocument
import Routing
import Testing

@Suite("A healthy circuit")
struct HealthyCircuitTests {
  @Test("With all tables of both paths it is healthy, without a warning")
  func healthy() throws {
    let result = try CircuitLab.verify(.hubWithCircuit)
    #expect(result.verification.verdict == .healthy)
    let alarms = result.verification.checks.filter { $0.status == .fail || $0.status == .warning }
    #expect(alarms.isEmpty, "\(alarms.map(\.summary))")
    #expect(result.model == .layer2 && result.isModelInferred)
    for point in [NetworkPoint.customerEdge, .providerEdge, .providerMicrosoftEdge, .microsoftEdge, .gateway] {
      for path in DevicePath.allCases { #expect(result.chain.state(point, on: path) == .healthy, "\(point) \(path)") }
    }
    #expect(result.chain.state(.customerCompute, on: .primary) == .unseen)
  }

  @Test("A check that passes says which side has which address")
  func addresses() throws {
    let checks = try CircuitLab.verify(.hubWithCircuit).verification.checks
    #expect(
      checks.contains {
        $0.code == .peeringPrefixes
          && $0.summary.contains("172.16.0.5 is the customer's edge's, 172.16.0.6 Microsoft's")
      })
  }

  @Test("Every check has evidence or says what is missing, and failures have a remedy")
  func evidence() throws {
    let checks = try CircuitLab.verify(.hubWithCircuit).verification.checks
    #expect(checks.count > 20)
    for check in checks
    where check.status == .pass && check.code != .peeringSharedKey && check.code != .circuitObservationsApart {
      #expect(!check.evidence.isEmpty, "\(check.summary)")
    }
  }

  @Test("Without observations nothing passes or fails for them: it is indeterminate, with the commands")
  func nothingObserved() throws {
    var lab = EstateBuilder.hubWithCircuit
    lab = CircuitLab.after { lab in
      for path in ["primary", "secondary"] {
        for call in ["arpTables", "routeTables", "routeTablesSummary"] {
          lab.forget(CircuitLab.peering, "\(call)/\(path)")
        }
      }
    }
    let result = try CircuitLab.verify(lab)
    #expect(result.verification.verdict == .indeterminate)
    let about: [CheckCode] = [.arpTable, .bgpSession, .oneSidedPrefixes]
    for code in about {
      let checks = result.verification.checks.filter { $0.code == code }
      #expect(checks.count == 2 && checks.allSatisfy { $0.status == .unknown }, "\(code)")
    }
    let commands = result.verification.missing.compactMap(\.command)
    #expect(
      commands.contains(
        "az network express-route list-arp-tables -g lab --name er --path secondary --peering-name AzurePrivatePeering -o json"
      ))
    #expect(commands.count >= 6)
  }

  @Test("A Microsoft peering with all it needs is healthy")
  func microsoftPeering() throws {
    let result = try CircuitLab.verify(CircuitLab.after(CircuitLab.addMicrosoftPeering))
    #expect(result.verification.verdict == .healthy, "\(result.verification.cause?.summary ?? "")")
    let alarms = result.verification.checks.filter { $0.status == .fail || $0.status == .warning }
    #expect(alarms.isEmpty, "\(alarms.map(\.summary))")
  }

  @Test("A Direct circuit has no points 3 and 4 and no provider")
  func direct() throws {
    let port = EstateBuilder.id("ExpressRoutePorts", "port")
    let lab = CircuitLab.after { lab in
      lab.set(CircuitLab.circuit, "serviceProviderProperties", nil)
      lab.set(CircuitLab.circuit, "serviceProviderProvisioningState", "NotProvisioned")
      lab.set(CircuitLab.circuit, "expressRoutePort", ["id": .string(port)])
      lab.set(CircuitLab.circuit, "bandwidthInGbps", 1)
      lab.add(
        port,
        JSONObject([
          (
            "links",
            .array(["link1", "link2"].map { ["name": .string($0), "properties": ["adminState": "Enabled"]] })
          )
        ]))
    }
    let result = try CircuitLab.verify(lab)
    #expect(result.model == .direct)
    #expect(result.verification.verdict == .healthy, "\(result.verification.cause?.summary ?? "")")
    #expect(result.chain.points == [.customerCompute, .customerEdge, .microsoftEdge, .gateway, .azureCompute])
    #expect(!result.verification.checks.contains { $0.code == .providerStatus })
  }

  @Test("The same snapshot gives the same verification")
  func stable() throws {
    #expect(try CircuitLab.verify(.hubWithCircuit) == CircuitLab.verify(.hubWithCircuit))
  }
}
