internal import AzureResources
internal import Findings
internal import IPAddressing

/// Point-to-site: the clients' addresses, and how they prove who they are.
struct ClientChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] {
    guard let clients = subject.gateway.clients else { return [] }
    let faults = overlaps(clients) + proofs(clients)
    guard faults.isEmpty else { return faults }
    return [
      subject.pass(
        .pointToSiteFaulty, "clients of gateway \(subject.name) get addresses of \(GatewaySubject.list(clients.pools))")
    ]
  }

  private func overlaps(_ clients: ClientConfiguration) -> [Check] {
    var found: [Check] = []
    for pool in clients.pools {
      for network in subject.networks {
        if let space = network.addressPrefixes.first(where: { $0.overlaps(pool) }) {
          found.append(
            fault(.fail, "client pool \(pool) of gateway \(subject.name) overlaps \(network.id.name)'s \(space)"))
        }
      }
      for site in subject.sites {
        if let prefix = site.addressPrefixes.first(where: { $0.overlaps(pool) && !$0.isDefault }) {
          found.append(
            fault(.warning, "client pool \(pool) of gateway \(subject.name) overlaps \(prefix) of site \(site.id.name)")
          )
        }
      }
    }
    return found
  }

  private func proofs(_ clients: ClientConfiguration) -> [Check] {
    if subject.gateway.vpnType?.lowercased() == "policybased" {
      return [fault(.fail, "gateway \(subject.name) is policy-based, which takes no clients")]
    }
    guard clients.rootCertificates == 0, !clients.hasRADIUS, !clients.hasEntra else {
      guard clients.authenticationTypes.contains("aad"), clients.hasEntra, !clients.protocols.isEmpty,
        !clients.protocols.contains("openvpn")
      else { return [] }
      return [
        fault(.fail, "clients of gateway \(subject.name) are to use Microsoft Entra ID, which takes OpenVPN: it is off")
      ]
    }
    return [
      fault(
        .fail,
        "clients of gateway \(subject.name) have no way to authenticate: no root certificate, RADIUS server or Microsoft"
          + " Entra ID is configured")
    ]
  }

  private func fault(_ status: Check.Status, _ summary: String) -> Check {
    let id = subject.gateway.id
    return Check(
      .pointToSiteFaulty, status, summary, id,
      [subject.property(id, "vpnClientConfiguration", GatewaySubject.list(subject.gateway.clients?.pools ?? []))],
      remedy: Remedy(
        "choose another pool; configure certificates or servers",
        ["az network vnet-gateway update --ids \(id) --address-prefixes <pool>"]))
  }
}
