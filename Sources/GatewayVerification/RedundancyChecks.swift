internal import Findings

/// Whether the gateway goes on where one instance doesn't.
struct RedundancyChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] {
    let gateway = subject.gateway
    guard gateway.kind == .vpn else { return [] }
    let evidence = [
      subject.property(gateway.id, "activeActive", gateway.activeActive ? "true" : "false"),
      subject.property(gateway.id, "ipConfigurations", "\(gateway.ipConfigurations)"),
    ]
    guard gateway.activeActive else { return [] }
    guard gateway.ipConfigurations == 1 else {
      return [subject.pass(.activeActiveIncomplete, "gateway \(subject.name) has both instances of active-active")]
    }
    return [
      Check(
        .activeActiveIncomplete, .warning,
        "gateway \(subject.name) is active-active, but has one IP configuration", gateway.id, evidence,
        remedy: Remedy(
          "add the second IP configuration with a public address of its own",
          ["az network vnet-gateway update --ids \(gateway.id) --public-ip-addresses <first> <second>"]))
    ]
  }
}
