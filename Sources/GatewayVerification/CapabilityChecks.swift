internal import AzureResources
internal import Findings

/// What is asked of the gateway, against what its SKU does.
struct CapabilityChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] {
    let gateway = subject.gateway
    guard !gateway.kind.isInHub, let sku = gateway.sku else { return [] }
    guard let limits = gateway.limits else {
      return [
        Check(
          .gatewaySKULimit, .skipped, "what SKU \(sku) of gateway \(subject.name) takes isn't known", gateway.id,
          [subject.property(gateway.id, "sku", sku)])
      ]
    }
    let faults = [bgp(limits), activeActive(limits), connections(limits), clients(limits), fastPath(limits)].compactMap
    { $0 }
    guard faults.isEmpty else { return faults }
    return [subject.pass(.gatewaySKULimit, "SKU \(sku) does what is asked of gateway \(subject.name)")]
  }

  private func bgp(_ limits: GatewaySKU) -> Check? {
    guard !limits.hasBGP, subject.gateway.enableBGP || subject.connections.contains(where: \.enableBGP) else {
      return nil
    }
    return fault(.fail, "BGP is on at gateway \(subject.name), which SKU \(limits.name) doesn't do")
  }

  private func activeActive(_ limits: GatewaySKU) -> Check? {
    guard !limits.hasActiveActive, subject.gateway.activeActive else { return nil }
    return fault(.fail, "gateway \(subject.name) is active-active, which SKU \(limits.name) doesn't do")
  }

  private func connections(_ limits: GatewaySKU) -> Check? {
    guard let most = limits.connections else { return nil }
    let count = subject.connections.count
    let what = subject.gateway.kind.isExpressRoute ? "circuits" : "tunnels"
    if count > most {
      return fault(
        .fail, "gateway \(subject.name) has \(count) connections, its SKU \(limits.name) takes \(most) \(what)")
    }
    // A fifth of headroom, as for other limits (ExpressRoute semantics A.6).
    guard count * 5 > most * 4, count > 4 else { return nil }
    return fault(
      .warning, "gateway \(subject.name) has \(count) of the \(most) \(what) that its SKU \(limits.name) takes")
  }

  private func clients(_ limits: GatewaySKU) -> Check? {
    guard limits.name.lowercased() == "basic", let clients = subject.gateway.clients,
      let name = clients.protocols.first(where: { $0 != "sstp" })
    else { return nil }
    return fault(
      .fail, "clients of gateway \(subject.name) are to use \(name), of which SKU Basic does only SSTP")
  }

  private func fastPath(_ limits: GatewaySKU) -> Check? {
    guard limits.hasFastPath == false, let connection = subject.connections.first(where: \.fastPath) else { return nil }
    return fault(
      .warning,
      "connection \(connection.id.name) asks for FastPath, which SKU \(limits.name) of gateway \(subject.name) doesn't do"
    )
  }

  private func fault(_ status: Check.Status, _ summary: String) -> Check {
    let id = subject.gateway.id
    return Check(
      .gatewaySKULimit, status, summary, id, [subject.property(id, "sku", subject.gateway.sku ?? "")],
      remedy: Remedy("take a larger SKU", ["az network vnet-gateway update --ids \(id) --sku <SKU>"]))
  }
}
