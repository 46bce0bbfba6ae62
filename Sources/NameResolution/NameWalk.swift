internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import Routing

/// One question on its way through servers and zones.
struct NameWalk {
  /// Where a server is asked from.
  enum Place: Hashable {
    /// A virtual network, as an index of `Estate.virtualNetworks`.
    case network(Int)
    case outside
  }

  /// Who was asked what, and has not answered yet.
  private struct Asked: Hashable {
    let who: String
    let name: DomainName
  }

  /// What one look-up gives.
  enum Step {
    case follow(DomainName)
    case done(NameOutcome)
  }

  static let azureResolver = IPAddress.v4(IPv4Address(bits: 0xa83f_8110))

  let directory: NameDirectory
  var memory: NameMemory
  let types: Set<RecordType>
  var links: [NameLink] = []
  var networks: [Int] = []
  private var stack: [Asked] = []
  private var aliases: [DomainName] = []

  var estate: Estate { directory.estate }

  init(_ directory: NameDirectory, _ memory: NameMemory, _ types: Set<RecordType>) {
    self.directory = directory
    self.memory = memory
    self.types = types
  }

  mutating func ask(_ name: DomainName, _ asker: NameAsker) -> NameOutcome {
    if let found = hosts(name, asker) { return found }
    aliases = [name]
    let (servers, source) = settings(asker)
    switch asker {
    case .internet: return askPublicly(name)
    case .onPremises:
      guard directory.declared.onPremisesServers != nil else {
        return unknown(
          name, nil, "which DNS servers machines outside Azure ask, and what those answer for \(name)",
          command: "nslookup \(name)")
      }
      return ask(servers, from: .outside, name, "machines outside Azure ask", source)
    case .network(let network, _):
      let who = source.map { String($0.name) } ?? "the network"
      guard !servers.isEmpty else {
        link(
          .server, name, "\(estate.virtualNetworks[network].id.name) names no DNS servers: Azure's own is asked",
          .configuration, estate.virtualNetworks[network].id, value: "\(Self.azureResolver)")
        return askAzure(network, name)
      }
      return ask(servers, from: .network(network), name, "\(who) names DNS server", source)
    }
  }

  /// The servers that an asker's configuration names, and the resource that does.
  func settings(_ asker: NameAsker) -> (addresses: [String], source: ResourceID?) {
    switch asker {
    case .internet: return ([], nil)
    case .onPremises: return ((directory.declared.onPremisesServers ?? []).map(\.description), nil)
    case .network(let network, let interface):
      if let interface {
        let id = estate.networkInterfaces[interface].id
        let json = estate.json(id)
        let own = (json?["properties"] ?? json)?["dnsSettings"]?["dnsServers"]?.elements?.compactMap(\.text) ?? []
        if !own.isEmpty { return (own, id) }
      }
      let id = estate.virtualNetworks[network].id
      return (estate.virtualNetworks[network].dnsServers.map(\.description), id)
    }
  }

  /// Asks servers in their order: the next one only where one doesn't answer (VNET-DNS).
  mutating func ask(
    _ servers: [String], from place: Place, _ name: DomainName, _ words: String, _ source: ResourceID?
  ) -> NameOutcome {
    var outcome = NameOutcome.failure(.refused)
    for text in servers {
      let isAzure = text.lowercased() == "azureprovideddns"
      guard let address = isAzure ? Self.azureResolver : try? IPAddress(text) else { continue }
      link(.server, name, "\(words) \(address)", .configuration, source, value: "\(address)")
      outcome = ask(address, from: place, name)
      guard case .failure = outcome else { return outcome }
    }
    return outcome
  }

  mutating func link(
    _ kind: NameLink.Kind, _ name: DomainName, _ summary: String, _ origin: NameLink.Origin,
    _ resource: ResourceID? = nil, type: RecordType? = nil, value: String = "", timeToLive: Int? = nil
  ) {
    links.append(
      NameLink(
        kind, name, summary, origin: origin, resource: resource, type: type, value: value, timeToLive: timeToLive))
  }

  mutating func fail(
    _ failure: NameFailure, _ name: DomainName, _ summary: String, _ origin: NameLink.Origin, _ resource: ResourceID?
  ) -> NameOutcome {
    link(.failure, name, summary, origin, resource)
    return .failure(failure)
  }

  mutating func unknown(
    _ name: DomainName, _ resource: ResourceID?, _ summary: String, command: String?
  ) -> NameOutcome {
    link(.unknown, name, summary, .publicDNS, resource)
    return .unknown(MissingInput(.resource, resource, summary, command: command))
  }

  /// Begins to ask somebody; false where the same question is open there already, or too many are.
  mutating func enter(_ who: String, _ name: DomainName) -> Bool {
    let asked = Asked(who: who, name: name)
    guard stack.count < NameResolver.maximumServers, !stack.contains(asked) else { return false }
    stack.append(asked)
    return true
  }

  mutating func leave() { stack.removeLast() }

  /// Notes an alias. The outcome where it ends the chain: one that leads back, or one too many.
  mutating func follow(_ target: DomainName) -> NameOutcome? {
    if aliases.contains(target) {
      return fail(.aliasLoop, target, "the aliases of \(aliases[0]) go round in circles", .publicDNS, nil)
    }
    guard aliases.count <= NameResolver.maximumAliases else {
      return fail(
        .tooManyAliases, target,
        "the chain of \(aliases[0]) has more than \(NameResolver.maximumAliases) aliases: resolvers give up",
        .publicDNS,
        nil)
    }
    aliases.append(target)
    return nil
  }

  /// Forgets the aliases after some, where a server leaves another's answer and asks on itself.
  mutating func forgetAliases(after name: DomainName) {
    if let index = aliases.firstIndex(of: name) { aliases.removeSubrange((index + 1)...) }
  }

  /// What the asking machine's own hosts file says; nil where it says nothing of the name.
  private mutating func hosts(_ name: DomainName, _ asker: NameAsker) -> NameOutcome? {
    guard types != [.alias] else { return nil }
    var owners: [ResourceID?] = []
    switch asker {
    case .internet: return nil
    case .onPremises: owners = [nil]
    case .network(_, let interface):
      guard let interface else { return nil }
      owners = [estate.networkInterfaces[interface].id]
      if let machine = estate.virtualMachine(ofInterface: interface) {
        owners.append(estate.virtualMachines[machine].id)
      }
    }
    let lines = directory.declared.hosts.filter { owners.contains($0.owner) && $0.names.contains(name) }
    let found = lines.filter { types.contains($0.address.family == .ipv4 ? .address : .addressIPv6) }
    guard !found.isEmpty else { return nil }
    for line in found {
      link(
        .record, name, "the hosts file of \(line.owner.map { String($0.name) } ?? "the machine") has \(line.address)",
        .hostsFile, line.owner, type: line.address.family == .ipv4 ? .address : .addressIPv6, value: "\(line.address)")
    }
    return .addresses(found.map(\.address))
  }
}
