import AzureResources
import Routing
import Diagnosis
import Estate
import Findings
import IPAddressing
import JSONDocument
import Migration
import NameResolution
import ProbeRecords
import SnapshotReading
import TestSupport
import Testing

/// The shipped example of a project, changed by tests.
struct MigrateLab {
  static let folder =
    String(#filePath.dropLast("Tests/MigrationTests/MigrateLab.swift".count)) + "Examples/migrate-private-endpoints/"
  static let vault = "contosokv4711.vault.azure.net"
  static let blob = "contosost4711usa.blob.core.windows.net"
  static let discovery = "04b8c9c73f3d477e966c8d00f352889c-agent.cus.disc.privatelink.prod.migration.windowsazure.com"
  static let account = "66666666-6666-6666-6666-666666666666"

  private var resources: [JSONValue]
  private var observations: [JSONValue]
  var question = MigrateQuestion()

  /// The example with its one fault repaired, asked about from the appliance.
  init(repaired: Bool = true) throws {
    let json = try #require(JSONFile.value(Self.folder + "snapshot.json"))
    resources = json["resources"]?.elements ?? []
    observations = json["observations"]?.elements ?? []
    if repaired {
      set("/A/contosost4711usa", "aRecords", [["ipv4Address": "10.12.4.21"]])
    }
  }

  /// Changes one property of the resource whose id ends so; nil removes it.
  mutating func set(_ suffix: String, _ property: String, _ value: JSONValue?) {
    guard let place = place(suffix), var resource = resources[place].members,
      var properties = resource["properties"]?.members
    else { return }
    properties[property] = value
    resource["properties"] = .object(properties)
    resources[place] = .object(resource)
  }

  /// Sets the state of an endpoint's connection.
  mutating func setState(_ endpoint: String, _ state: String) {
    guard let place = place("/privateEndpoints/\(endpoint)"),
      let connection = resources[place]["properties"]?["privateLinkServiceConnections"]?.elements?.first,
      var object = connection.members, var properties = object["properties"]?.members
    else { return }
    properties["privateLinkServiceConnectionState"] = ["status": .string(state)]
    object["properties"] = .object(properties)
    set("/privateEndpoints/\(endpoint)", "privateLinkServiceConnections", [.object(object)])
  }

  mutating func remove(_ suffix: String) {
    while let place = place(suffix) { resources.remove(at: place) }
  }

  /// Adds a resource with one property.
  mutating func add(_ id: String, _ property: String, _ value: JSONValue) {
    resources.append(["id": .string(id), "properties": .object(JSONObject([(property, value)]))])
  }

  /// A snapshot of nothing.
  static func empty() throws -> Estate { try SnapshotReader.read(text: "[]") }

  mutating func observe(_ observation: JSONValue) { observations.append(observation) }

  private func place(_ suffix: String) -> Int? {
    resources.firstIndex { $0["id"]?.text?.hasSuffix(suffix) == true }
  }

  func estate() throws -> Estate {
    try SnapshotReader.read(
      text: JSONWriter.text([
        "azimuth": 1, "resources": .array(resources), "observations": .array(observations),
      ]))
  }

  /// The answer, the appliance being where the example has it unless told otherwise.
  func verify(fromAppliance: Bool = true) throws -> Verification {
    let estate = try estate()
    var question = question
    if fromAppliance {
      let id = try #require(estate.virtualMachines.first { $0.id.name == "appliance-1" }?.id)
      let interface = try #require(estate.networkInterfaces.firstIndex { $0.id.name == "appliance-1-nic" })
      question.asker = .network(0, interface: interface)
      question.source = .resource(id)
    }
    var verifier = MigrateVerifier(try MigrateProject(nil, in: question.cloud, estate), question, estate)
    return verifier.verify()
  }

  static func answer(
    _ name: String, _ address: String?, aliases: [String] = [], _ outcome: ObservedName.Outcome = .answered
  ) throws -> ObservedName {
    let chain = [name] + aliases
    return ObservedName(
      name: name, server: try IPAddress("10.0.0.4"), outcome: outcome,
      chain: zip(chain, aliases).map { .init(name: $0, type: "CNAME", ttl: 900, value: $1) },
      addresses: try address.map { [try IPAddress($0)] } ?? [], asker: "appliance-1")
  }
}
