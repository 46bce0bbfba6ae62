import AzureResources
import Estate
import EstateFixtures
import JSONDocument
import Remediation
import Testing

@Suite("Changes on a copy of the estate")
struct EstateEditorTests {
  private typealias Lab = EstateBuilder

  static func revised(_ estate: Estate, _ changes: [Change]) throws -> Estate {
    var editor = EstateEditor(estate)
    for change in changes {
      let isMade = editor.make(change)
      #expect(isMade, "\(change)")
    }
    return editor.revised
  }

  private static func id(_ text: String) throws -> ResourceID { try #require(ResourceID(text)) }

  @Test("An estate without a change is the same, list by list")
  func unchanged() throws {
    let estate = try Lab.hubWithGateway.estate()
    let copy = try Self.revised(
      estate, [.set(try Self.id(Lab.nic("nva")), property: "enableIPForwarding", value: true)])
    #expect(copy.records.map(\.id) == estate.records.map(\.id))
    #expect(copy.virtualNetworks == estate.virtualNetworks)
    #expect(copy.networkInterfaces == estate.networkInterfaces)
    #expect(copy.routeTables == estate.routeTables)
    #expect(copy.connections == estate.connections)
    #expect(copy.findings.isEmpty)
  }

  @Test("A changed property is the only thing that differs")
  func property() throws {
    let estate = try Lab.hubAndSpokes.estate()
    let nva = try Self.id(Lab.nic("nva"))
    let copy = try Self.revised(estate, [.set(nva, property: "enableIPForwarding", value: false)])
    let different = zip(estate.networkInterfaces, copy.networkInterfaces).filter { $0 != $1 }
    #expect(different.map(\.1.id) == [nva])
    #expect(different.first?.1.enableIPForwarding == false)
    #expect(estate.networkInterfaces.first { $0.id == nva }?.enableIPForwarding == true)
  }

  @Test("A subnet that its network states, and one that has a document of its own, lose their table alike")
  func nested() throws {
    let network = Lab.network("n")
    let table = Lab.table("t")
    let subnet: JSONValue = [
      "id": .string("\(network)/subnets/s"), "name": "s",
      "properties": ["addressPrefix": "10.0.0.0/24", "routeTable": ["id": .string(table)]],
    ]
    for isSeparate in [false, true] {
      var lab = EstateBuilder()
      lab.add(
        network, JSONObject([("addressSpace", ["addressPrefixes": ["10.0.0.0/16"]]), ("subnets", [subnet])]))
      lab.table("t")
      if isSeparate { lab.add("\(network)/subnets/s", subnet["properties"]?.members ?? JSONObject()) }
      let id = try Self.id("\(network)/subnets/s")
      let copy = try Self.revised(try lab.estate(), [.set(id, property: "routeTable", value: .null)])
      #expect(copy.subnetIndex(id).map { copy.subnet($0).routeTable } == .some(nil))
      #expect(copy.subnets.count == 1)
    }
  }

  @Test("Children come and go, in their parent's document or their own")
  func children() throws {
    let estate = try Lab.hubAndSpokes.estate()
    let gone = try Self.id(Lab.route("rt1", "to-spoke2"))
    let new = try Self.id(Lab.route("rt1", "hole"))
    let copy = try Self.revised(
      estate,
      [
        .delete(gone),
        .put(new, properties: JSONObject([("addressPrefix", "10.9.0.0/16"), ("nextHopType", "None")]), location: nil),
      ])
    let table = try #require(copy.routeTables.first { $0.id.name == "rt1" })
    #expect(table.routes.map(\.id) == [new])
  }

  @Test("A peering that is deleted leaves its other side Disconnected, and both created again are Connected")
  func peerings() throws {
    let estate = try Lab.pair.estate()
    let left = try Self.id(Lab.peering("left/to-right"))
    let right = try Self.id(Lab.peering("right/to-left"))
    func states(_ estate: Estate) -> [PeeringState?] {
      [left, right].map { id in estate.virtualNetworks.flatMap(\.peerings).first { $0.id == id }?.peeringState }
    }
    func side(_ remote: String) -> JSONObject {
      JSONObject([("remoteVirtualNetwork", ["id": .string(Lab.network(remote))])])
    }
    let one = try Self.revised(estate, [.delete(right)])
    #expect(states(one) == [.disconnected, nil])
    let half = try Self.revised(one, [.put(right, properties: side("left"), location: nil)])
    #expect(states(half) == [.disconnected, .initiated])
    let both = try Self.revised(
      one,
      [
        .delete(left), .put(left, properties: side("right"), location: nil),
        .put(right, properties: side("left"), location: nil),
      ])
    #expect(states(both) == [.connected, .connected])
  }

  @Test("What the snapshot doesn't state can't be changed")
  func unknown() throws {
    var editor = EstateEditor(try Lab.pair.estate())
    let nobody = try Self.id(Lab.nic("nobody"))
    let isSet = editor.make(.set(nobody, property: "enableIPForwarding", value: true))
    let isDeleted = editor.make(.delete(nobody))
    #expect(!isSet && !isDeleted)
  }

  @Test("A machine that is started runs, whichever tool wrote its state")
  func start() throws {
    var lab = Lab.pair
    lab.power("vm1", "deallocated")
    let machine = try Self.id(Lab.machine("vm1"))
    let copy = try Self.revised(try lab.estate(), [.start(machine)])
    #expect(copy.virtualMachines.first { $0.id == machine }?.powerState == .running)
  }
}
