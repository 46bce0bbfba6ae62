internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether both links end at one device, as equal MAC addresses say.
///
/// - Source: ExpressRoute semantics A.4.1 (inference): healthy circuits were recorded so, it is no fault.
struct EdgeDeviceCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.compactMap { peering in
      guard let first = peering.path(.primary).arp.observed, let second = peering.path(.secondary).arp.observed,
        let primary = first.content.onPremises?.macAddress, let secondary = second.content.onPremises?.macAddress
      else { return nil }
      let evidence = [
        subject.evidence(first, "arpTables/primary", "\(primary)"),
        subject.evidence(second, "arpTables/secondary", "\(secondary)"),
      ]
      let isOne = primary == secondary
      return subject.finding(
        .edgeDevices, .pass,
        isOne
          ? "both links end at one MAC address (\(primary)): inferred, at one device, whose failure takes both"
          : "the links end at two MAC addresses: inferred, at two interfaces or devices", at: [], peering: peering,
        evidence: evidence, reading: isOne ? Reading.of(.arp, "ARP-SAME-MAC") : nil,
        detail: [.init("singleDevice", "\(isOne)")])
    }
  }
}
