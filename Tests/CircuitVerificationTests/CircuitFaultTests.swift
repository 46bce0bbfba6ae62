import CircuitVerification
import EstateFixtures
import ExpressRouteFacts
import Findings
import HybridConnectivity
import JSONDocument
import Testing

@Suite("Faults planted in a circuit")
struct CircuitFaultTests {
  static let faults =
    CircuitFault.states + CircuitFault.paths + CircuitFault.gateways + CircuitFault.microsoftPeering

  @Test("The fault is named first, at its path and network points, with who acts and what to do", arguments: faults)
  func named(_ fault: CircuitFault) throws {
    let result = try CircuitLab.verify(fault.lab)
    #expect(result.verification.verdict == .faulty)
    let cause = try #require(result.cause, "nothing fails")
    let summary = cause.check.summary
    #expect(cause.check.code == fault.code, "\(summary)")
    #expect(cause.path == fault.path, "\(summary)")
    #expect(cause.points.map(\.rawValue) == fault.points, "\(summary)")
    #expect(cause.check.party == fault.party, "\(summary)")
    for words in fault.says { #expect(summary.contains(words), "\(summary)") }
    #expect(!cause.check.evidence.isEmpty)
    #expect(cause.check.remedy?.summary.isEmpty == false)
    #expect(result.verification.cause?.summary == summary)
    for point in cause.points {
      for path in cause.path.map({ [$0] }) ?? DevicePath.allCases {
        let state = result.chain.state(point, on: path)
        #expect(state == .broken || state == .suspect, "\(point) \(path) \(state)")
      }
    }
  }

  @Test("What is worth a warning is one, and doesn't make the circuit faulty", arguments: Warning.all)
  func warnings(_ warning: Warning) throws {
    let result = try CircuitLab.verify(CircuitLab.after(warning.change))
    #expect(result.verification.cause == nil, "\(result.verification.cause?.summary ?? "")")
    let found = result.verification.checks.filter { $0.status == .warning }
    #expect(found.contains { $0.code == warning.code && $0.summary.contains(warning.says) }, "\(found.map(\.summary))")
  }

  @Test("A fault of the provider's routers is the provider's, at points 4 and 5")
  func anyToAny() throws {
    let lab = CircuitLab.after { lab in
      lab.set(CircuitLab.peering, "lastModifiedBy", "Provider")
      CircuitLab.session(&lab, "primary", "Active")
    }
    let result = try CircuitLab.verify(lab)
    #expect(result.model == .ipvpn)
    #expect(result.cause?.points.map(\.rawValue) == [4, 5])
    #expect(result.cause?.check.party == .provider)
    let told = try CircuitLab.verify(lab, model: .layer2)
    #expect(told.cause?.points.map(\.rawValue) == [2, 5] && !told.isModelInferred)
    #expect(told.cause?.check.party == .customer)
  }

  @Test("A blank peering of the provider's is to be refreshed")
  func blank() throws {
    let lab = CircuitLab.after { lab in
      for property in ["peerASN", "primaryPeerAddressPrefix", "secondaryPeerAddressPrefix", "vlanId"] {
        lab.set(CircuitLab.peering, property, nil)
      }
      for path in ["primary", "secondary"] { lab.arp(CircuitLab.peering, path, []) }
    }
    let checks = try CircuitLab.verify(lab).verification.checks
    #expect(
      checks.contains {
        $0.code == .peeringState && $0.status == .warning && $0.remedy?.summary.contains("refresh") == true
      })
    #expect(checks.contains { $0.code == .arpTable && $0.status == .warning })
  }
}
