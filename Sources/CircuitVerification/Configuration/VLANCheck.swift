internal import Findings
internal import HybridConnectivity

/// Whether peerings have VLANs of their own.
///
/// - Source: ExpressRoute semantics A.2.2, rule ER-C07.
struct VLANCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.filter(\.isConfigured).map { peering in
      let vlan = peering.peering.vlanID
      let evidence = [subject.property("vlanId", vlan.map { "\($0)" }, of: peering.peering.id)]
      let others = subject.peerings.filter { $0.peering.id != peering.peering.id && $0.peering.vlanID == vlan }
      let fault: String?
      if let vlan, !(1...4094).contains(vlan) {
        fault = "VLAN \(vlan) of \(peering.type.rawValue) is none that a frame can bear (1 to 4094)"
      } else if let vlan, let other = others.first {
        fault = "\(peering.type.rawValue) and \(other.type.rawValue) have the same VLAN, \(vlan)"
      } else {
        fault = nil
      }
      if let fault {
        return subject.finding(
          .peeringVLAN, .fail, fault, at: subject.linkPoints, peering: peering, evidence: evidence,
          party: subject.speakerParty,
          remedy: Remedy(
            "give the peering the VLAN that its other end uses",
            ["az network express-route peering update --ids \(peering.peering.id) --vlan-id <1-4094>"]))
      }
      guard let vlan else {
        return subject.finding(
          .peeringVLAN, .unknown, "the snapshot doesn't say which VLAN \(peering.type.rawValue) has", at: [],
          peering: peering, evidence: evidence,
          remedy: Remedy("read the peering", [CircuitCommand.peering(subject.circuit.id, peering.type)]))
      }
      let inner = subject.circuit.stag.map { ", behind the outer tag \($0)" } ?? ""
      return subject.finding(
        .peeringVLAN, .pass, "\(peering.type.rawValue) has VLAN \(vlan)\(inner) on both links", at: [],
        peering: peering,
        evidence: evidence)
    }
  }
}
