internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import NameResolution
internal import Remediation

/// What repairs servers that are asked wrongly, or don't answer.
extension NameExaminer {
  /// - Parameter culprit: The step that leaves for public DNS.
  /// - Returns: Changes, and words for them; neither where no configuration of Azure repairs it.
  mutating func repairForwarding(_ subject: NameSubject, _ culprit: NameLink?) -> ([Change], String?) {
    guard case .network(let network, _) = subject.asker, let culprit, let id = culprit.resource else {
      return ([], nil)
    }
    switch culprit.origin {
    case .configuration where id.kind == .virtualNetwork || id.kind == .networkInterface:
      return name(betterServers(subject, network), at: id)
    case .configuration where id.type.lowercased().hasSuffix("/forwardingrules"), .privateResolver:
      guard let target = inboundEndpoint(subject, network) else { return ([], nil) }
      let servers: JSONValue = [["ipAddress": .string("\(target)"), "port": 53]]
      return (
        [.set(id, property: "targetDnsServers", value: servers)],
        "let the rule ask \(target), an inbound endpoint of a network that the zone is linked to"
      )
    case .configuration where id.kind == .firewallPolicy, .firewall:
      return ([.set(id, property: "dnsSettings.servers", value: [])], "let the firewall ask Azure's own resolver")
    default: return ([], nil)
    }
  }

  mutating func repairSilence(
    _ subject: NameSubject, _ failure: NameFailure, _ link: NameLink?
  ) -> ([Change], String) {
    if failure == .serverStopped, let machine = link?.resource, machine.kind == .virtualMachine {
      return ([.start(machine)], "start the server")
    }
    if failure == .proxyOff, let policy = link?.resource, policy.kind == .firewallPolicy {
      return ([.set(policy, property: "dnsSettings.enableProxy", value: true)], "turn the firewall's DNS proxy on")
    }
    if failure == .azureResolverOutsideNetworks {
      return ([], "forward to an inbound endpoint of a private resolver, or to a server inside a network")
    }
    if failure == .addressUnowned || failure == .notListening, case .network(let network, _) = subject.asker {
      let named = subject.answer.links.last { $0.kind == .server }
      if let id = named?.resource, id.kind == .virtualNetwork || id.kind == .networkInterface {
        let (changes, words) = name(betterServers(subject, network), at: id)
        if let words { return (changes, words) }
      }
    }
    return ([], failure == .notListening ? "let the server listen at its network address" : "make the server answer")
  }

  private func name(_ servers: [String]?, at id: ResourceID) -> ([Change], String?) {
    guard let servers else { return ([], nil) }
    let property = id.kind == .networkInterface ? "dnsSettings.dnsServers" : "dhcpOptions.dnsServers"
    let words = servers.isEmpty ? "Azure's own resolver" : servers.joined(separator: ", ")
    return (
      [.set(id, property: property, value: .array(servers.map { .string($0) }))],
      "let \(id.name) name \(words), and renew the machines' leases or restart them"
    )
  }

  /// An inbound endpoint that gives the right answer.
  private mutating func inboundEndpoint(_ subject: NameSubject, _ network: Int) -> IPAddress? {
    for address in resolver.directory.inboundAddresses {
      if case .addresses(let found) = resolver.resolve(subject.name, inNetwork: network, asking: ["\(address)"]).outcome,
        subject.isExpected(found)
      {
        return address
      }
    }
    return nil
  }
}
