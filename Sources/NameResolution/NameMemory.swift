internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument

/// What questions had to be read from the estate's text.
struct NameMemory: Sendable {
  private let estate: Estate
  private let resources: NameResources
  private var endpoints: EndpointNames?
  private var resourcesByName: [String: [ResourceID]]?
  private var hostsByNetwork: [Int: [String: Int]] = [:]
  private var machinesByNetwork: [Int: [Int]]?

  init(_ directory: NameDirectory) {
    estate = directory.estate
    resources = directory.resources
  }

  mutating func endpointNames() -> EndpointNames {
    if let endpoints { return endpoints }
    let read = EndpointNames(estate, resources)
    endpoints = read
    return read
  }

  /// The resources of some types with a name.
  mutating func resources(named name: String, types: [String]) -> [ResourceID] {
    if resourcesByName == nil {
      let others = estate.records.lazy.map(\.id).filter { $0.kind == .other || $0.kind == .applicationGateway }
      resourcesByName = Dictionary(grouping: others) { $0.name.lowercased() }
    }
    let folded = types.map { $0.lowercased() }
    return (resourcesByName?[name] ?? []).filter { folded.contains($0.type.lowercased()) }
  }

  /// The NIC of the machine that calls itself `name` in a network.
  mutating func interface(ofHost name: String, inNetwork network: Int) -> Int? {
    if let known = hostsByNetwork[network] { return known[name] }
    var hosts: [String: Int] = [:]
    for machine in machines(inNetwork: network) {
      guard let interface = estate.networkInterfaces(ofMachine: machine).first else { continue }
      let id = estate.virtualMachines[machine].id
      let json = estate.json(id)
      let own = (json?["properties"] ?? json)?["osProfile"]?["computerName"]?.text ?? String(id.name)
      if hosts[own.lowercased()] == nil { hosts[own.lowercased()] = interface }
    }
    hostsByNetwork[network] = hosts
    return hosts[name]
  }

  private mutating func machines(inNetwork network: Int) -> [Int] {
    if let machinesByNetwork { return machinesByNetwork[network] ?? [] }
    var found: [Int: [Int]] = [:]
    for machine in estate.virtualMachines.indices {
      guard let interface = estate.networkInterfaces(ofMachine: machine).first,
        let subnet = estate.subnet(ofInterface: interface)
      else { continue }
      found[estate.subnets[subnet].network, default: []].append(machine)
    }
    machinesByNetwork = found
    return found[network] ?? []
  }
}
