import AzureResources
import IPAddressing
import JSONReading
import Testing

@Suite("Elements of a snapshot")
struct ResourceBatchTests {
  @Test("Ids are equal in any case, and decide the type without a type property")
  func caseOfIDs() throws {
    let batch = try decoded(
      #"{"ID": "/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.NETWORK/ROUTETABLES/T/"}"#,
      #"{"Id": "\#(root.lowercased())/routetables/u", "Properties": {"Routes": []}}"#)
    #expect(batch.routeTables.map(\.id) == [ResourceID("\(root)/routeTables/t"), ResourceID("\(root)/routeTables/u")])
    #expect(batch.records.count == 2)
  }

  @Test("Unknown types are kept as records")
  func unknownTypes() throws {
    let batch = try decoded(
      #"{"id": "/subscriptions/s/resourceGroups/g/providers/My.Own/things/t", "type": "My.Own/things"}"#,
      #"{"id": "/subscriptions/s/resourceGroups/g/providers/My.Own/things/u"}"#,
      #"{"id": "/subscriptions/s"}"#)
    #expect(batch.records.map(\.id.type) == ["My.Own/things", "My.Own/things", "Microsoft.Resources/subscriptions"])
    #expect(batch.unrecognized == 0)
  }

  @Test(
    "What is neither resource nor observation is counted",
    arguments: ["{}", "7", #""text""#, "[]", #"{"id": "vm-1"}"#, #"{"name": "x"}"#, #"{"network": "10.0.0.0/8"}"#])
  func unrecognized(text: String) throws {
    let batch = try decoded(text)
    #expect(batch.unrecognized == 1)
    #expect(batch.records.isEmpty)
  }

  @Test("Null is nothing at all")
  func null() throws {
    #expect(try decoded("null").unrecognized == 0)
    #expect(try decoded("null", as: .observation).unrecognized == 0)
  }

  @Test("Service tags come one by one, or in a list that has an id of its own")
  func serviceTags() throws {
    let tag = #"{"name": "Storage", "id": "Storage", "properties": {"addressPrefixes": ["20.0.0.0/24", "x", 5]}}"#
    let list = """
      {"changeNumber": "63", "cloud": "Public", "id": "/subscriptions/s/providers/Microsoft.Network/serviceTags/public",
       "name": "public", "nextLink": null, "type": "Microsoft.Network/serviceTags", "values": [\(tag)]}
      """
    for text in [tag, list, list.replacing("\"id\"", with: "\"Id\"").replacing("values", with: "Values")] {
      let batch = try decoded(text)
      #expect(batch.serviceTags.map(\.name) == ["Storage"])
      #expect(batch.serviceTags.first?.addressPrefixes == [try IPPrefix("20.0.0.0/24")])
      #expect(batch.serviceTags.first?.malformed == 2)
      #expect(batch.records.isEmpty && batch.unrecognized == 0)
    }
  }

  @Test("Of two resources with one id the first stays, children of their own among them")
  func duplicates() throws {
    let peer = "\(root)/virtualHubs/h/bgpConnections/b"
    var batch = try decoded(
      #"{"id": "\#(root)/routeTables/t", "properties": {"disableBgpRoutePropagation": true}}"#,
      #"{"id": "\#(root.uppercased())/ROUTETABLES/T", "properties": {}}"#,
      #"{"id": "\#(peer)", "properties": {"peerIp": "10.0.0.1"}}"#,
      #"{"id": "\#(peer)", "properties": {"peerIp": "10.0.0.2"}}"#,
      #"{"id": "\#(peer)", "properties": {"peerIp": "10.0.0.1"}}"#)
    let (different, _) = batch.removeDuplicates { first, second in (first.offset, second.offset) == (2, 4) }
    #expect(batch.records.count == 2)
    #expect(batch.routeTables.map(\.disableBgpRoutePropagation) == [true])
    #expect(batch.hubBGPConnections.map(\.peerIP?.description) == ["10.0.0.1"])
    #expect(different.map(\.second.offset) == [1, 3], "the copy with the same content is no contradiction")
  }

  @Test("Batches join in order")
  func joining() throws {
    var batch = try decoded(#"{"id": "\#(root)/routeTables/t"}"#, #"{"id": "\#(root)/routeTables/t/routes/r"}"#)
    batch.append(try decoded(#"{"id": "\#(root)/routeTables/u"}"#, "{}"))
    #expect(batch.routeTables.map { String($0.id.name) } == ["t", "u"])
    #expect(batch.records.map { String($0.id.name) } == ["t", "r", "u"])
    #expect(batch.unrecognized == 1)
    #expect(batch.issues.count == 1)
  }
}
