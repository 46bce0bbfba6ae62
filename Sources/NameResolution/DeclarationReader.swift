internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument

/// Reads the parts of a description of names.
struct DeclarationReader {
  let estate: Estate
  let owner: ResourceID?

  func list(_ json: JSONValue?, at place: String) throws(DeclaredNamesError) -> [JSONValue] {
    guard let json, json != .null else { return [] }
    guard let elements = json.elements else { throw DeclaredNamesError(place: place, problem: "a list is expected") }
    return elements
  }

  func addresses(_ json: JSONValue?, at place: String) throws(DeclaredNamesError) -> [IPAddress] {
    var found: [IPAddress] = []
    for (index, element) in try list(json, at: place).enumerated() {
      found.append(try address(element, at: "\(place)[\(index)]"))
    }
    return found
  }

  func server(_ json: JSONValue, at place: String) throws(DeclaredNamesError) -> DeclaredServer {
    let resource =
      try json["resource"].map { text throws(DeclaredNamesError) in
        try machine(text, at: "\(place).resource")
      } ?? owner
    var addresses = try addresses(json["addresses"], at: "\(place).addresses")
    if addresses.isEmpty, let resource { addresses = self.addresses(of: resource) }
    guard !addresses.isEmpty else {
      throw DeclaredNamesError(place: place, problem: "it has neither addresses nor a resource with one")
    }
    var zones: [DomainName: ZoneRecords] = [:]
    for (index, zone) in try list(json["zones"], at: "\(place).zones").enumerated() {
      let here = "\(place).zones[\(index)]"
      var records = ZoneRecords()
      for (position, record) in try list(zone["records"], at: "\(here).records").enumerated() {
        let (name, set) = try self.record(record, at: "\(here).records[\(position)]")
        records.add(set, at: name)
      }
      zones[try name(zone["name"], at: "\(here).name")] = records
    }
    var forwarders: [DomainName: [IPAddress]] = [:]
    for (index, rule) in try list(json["forwarders"], at: "\(place).forwarders").enumerated() {
      let here = "\(place).forwarders[\(index)]"
      forwarders[try name(rule["zone"], at: "\(here).zone")] = try self.addresses(rule["to"], at: "\(here).to")
    }
    return DeclaredServer(
      name: json["name"]?.text ?? resource.map { String($0.name) } ?? "\(addresses[0])", addresses: addresses,
      resource: resource, zones: zones, forwarders: forwarders, otherwise: try otherwise(json["default"], at: place),
      aliases: try aliases(json["aliases"], at: place),
      listensOn: json["listensOn"] == nil ? nil : try self.addresses(json["listensOn"], at: "\(place).listensOn"))
  }

  func hosts(_ json: JSONValue, at place: String) throws(DeclaredNamesError) -> DeclaredNames.HostsEntry {
    let resource =
      try json["resource"].map { text throws(DeclaredNamesError) in
        try machine(text, at: "\(place).resource")
      } ?? owner
    var names: [DomainName] = []
    for (index, text) in try list(json["names"], at: "\(place).names").enumerated() {
      names.append(try name(text, at: "\(place).names[\(index)]"))
    }
    return DeclaredNames.HostsEntry(
      owner: resource, address: try address(json["address"], at: "\(place).address"), names: names)
  }

  /// A record set with its name, which is relative in a zone and whole elsewhere.
  func record(_ json: JSONValue, at place: String) throws(DeclaredNamesError) -> (name: String, set: RecordSet) {
    guard let type = json["type"]?.text.flatMap({ RecordType(rawValue: $0.uppercased()) }) else {
      throw DeclaredNamesError(place: "\(place).type", problem: "A, AAAA or CNAME is expected")
    }
    let texts = try list(json["values"], at: "\(place).values").compactMap(\.text)
    for text in texts {
      let isGood = type == .alias ? DomainName(text) != nil : (try? IPAddress(text)) != nil
      guard isGood else {
        throw DeclaredNamesError(
          place: "\(place).values", problem: "'\(text)' is no value of a \(type.rawValue) record")
      }
    }
    guard let name = json["name"]?.text else {
      throw DeclaredNamesError(place: "\(place).name", problem: "it is missing")
    }
    let whole = name == "@" ? name : DomainName(name)?.text ?? name
    return (whole, RecordSet(type, texts, timeToLive: json["ttl"]?.whole))
  }

  private func otherwise(_ json: JSONValue?, at place: String) throws(DeclaredNamesError) -> DeclaredServer.Otherwise {
    guard let json, json != .null else { return .unknown }
    switch json.text?.lowercased() {
    case "internet": return .recursion
    case "refuse": return .refusal
    case nil: return .servers(try addresses(json, at: "\(place).default"))
    default:
      throw DeclaredNamesError(
        place: "\(place).default", problem: "a list of addresses, \"internet\" or \"refuse\" is expected")
    }
  }

  private func aliases(
    _ json: JSONValue?, at place: String
  ) throws(DeclaredNamesError) -> DeclaredServer.AliasHandling {
    guard let json, json != .null else { return .trust }
    guard let handling = json.text.flatMap({ DeclaredServer.AliasHandling(rawValue: $0.lowercased()) }) else {
      throw DeclaredNamesError(place: "\(place).aliases", problem: "\"trust\" or \"restart\" is expected")
    }
    return handling
  }

  private func name(_ json: JSONValue?, at place: String) throws(DeclaredNamesError) -> DomainName {
    guard let text = json?.text, let name = DomainName(text == "." ? "" : text) else {
      throw DeclaredNamesError(place: place, problem: "a name of DNS is expected")
    }
    return name
  }

  private func address(_ json: JSONValue?, at place: String) throws(DeclaredNamesError) -> IPAddress {
    guard let text = json?.text, let address = try? IPAddress(text) else {
      throw DeclaredNamesError(place: place, problem: "an IP address is expected")
    }
    return address
  }

  /// The machine or NIC of an ID, a name or `group/name`.
  private func machine(_ json: JSONValue, at place: String) throws(DeclaredNamesError) -> ResourceID {
    guard let text = json.text else { throw DeclaredNamesError(place: place, problem: "a name or ID is expected") }
    if text.hasPrefix("/"), let found = ResourceID(text).flatMap({ estate.resolve($0) }) { return found }
    let folded = text.lowercased()
    let ids = estate.virtualMachines.map(\.id) + estate.networkInterfaces.map(\.id)
    let found = ids.filter { $0.name.lowercased() == folded || $0.shortName.lowercased() == folded }
    guard let machine = found.first, found.count == 1 || found.dropFirst().allSatisfy({ $0.kind != machine.kind })
    else {
      throw DeclaredNamesError(
        place: place,
        problem: found.isEmpty
          ? "the snapshot has no machine or NIC '\(text)'" : "several machines are called '\(text)'")
    }
    return machine
  }

  private func addresses(of resource: ResourceID) -> [IPAddress] {
    let interfaces =
      estate.virtualMachineIndex(resource).map { estate.networkInterfaces(ofMachine: $0) }
      ?? estate.networkInterfaceIndex(resource).map { [$0] } ?? []
    return interfaces.flatMap { estate.networkInterfaces[$0].ipConfigurations.compactMap(\.privateIPAddress) }
  }
}
