public import AzureResources
public import Estate
internal import IPAddressing
public import JSONDocument

/// Reading of descriptions: `docs/dns.md` has the format.
extension DeclaredNames {
  /// The name of an observation's action that holds a description.
  static let action = "/dnsconfiguration"

  /// What a snapshot's own observations describe; those that can't be read are left out.
  ///
  /// - Complexity: O(observations).
  public init(observedIn estate: Estate) {
    self.init()
    for observation in estate.observations where observation.path.lowercased().hasSuffix(Self.action) {
      guard let record = estate.text.value(at: observation.source), let response = record[observation.responseKey],
        let read = try? DeclaredNames(response, of: observation.resource, estate)
      else { continue }
      merge(read)
    }
  }

  /// Reads a description.
  ///
  /// - Parameter owner: The machine that a server without name and address is, and that hosts lines are of.
  /// - Throws: `DeclaredNamesError` with the place of what can't be read.
  public init(_ json: JSONValue, of owner: ResourceID? = nil, _ estate: Estate) throws(DeclaredNamesError) {
    self.init()
    guard let members = json.members?.members else {
      throw DeclaredNamesError(place: "the document", problem: "an object is expected")
    }
    let keys: Set<String> = ["servers", "onpremises", "hosts", "public"]
    let own: Set<String> = ["zones", "forwarders", "default", "listenson", "aliases", "addresses", "name", "resource"]
    for member in members where !keys.contains(member.key.lowercased()) && !own.contains(member.key.lowercased()) {
      throw DeclaredNamesError(
        place: member.key, problem: "unknown; expected servers, onPremises, hosts or public")
    }
    let reader = DeclarationReader(estate: estate, owner: owner)
    if members.contains(where: { own.contains($0.key.lowercased()) }) {
      servers.append(try reader.server(json, at: "server"))
    }
    for (index, server) in try reader.list(json["servers"], at: "servers").enumerated() {
      servers.append(try reader.server(server, at: "servers[\(index)]"))
    }
    if let site = json["onPremises"], site != .null {
      onPremisesServers = try reader.addresses(site["servers"], at: "onPremises.servers")
    }
    for (index, line) in try reader.list(json["hosts"], at: "hosts").enumerated() {
      hosts.append(try reader.hosts(line, at: "hosts[\(index)]"))
    }
    for (index, record) in try reader.list(json["public"], at: "public").enumerated() {
      let (name, set) = try reader.record(record, at: "public[\(index)]")
      publicRecords.add(set, at: name)
    }
  }
}
