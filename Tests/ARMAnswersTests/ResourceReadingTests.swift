import Estate
import JSONDocument
import Testing

@testable import ARMAnswers

@Suite("Reading resources")
struct ResourceReadingTests {
  let service: ARMService

  init() throws { service = ARMService(try SampleEstate.read()) }

  @Test("A resource is given as the snapshot holds it, whatever the case of its id and the api-version")
  func resource() {
    let path = "\(SampleEstate.network)/virtualNetworks/Hub"
    let plain = service.get(path)
    #expect(plain.status == 200)
    #expect(plain.body["id"]?.text == path)
    #expect(plain.body["properties"]?["subnets"]?.elements?.count == 2)
    #expect(service.get(path.lowercased() + "?api-version=2024-01-01") == plain)
    #expect(service.get("https://management.azure.com" + path.uppercased()) == plain)
  }

  @Test("Children are found nested in their parent and as records of their own", arguments: ["Front", "Extra"])
  func child(name: String) {
    let answer = service.get("\(SampleEstate.network)/virtualNetworks/hub/subnets/\(name.lowercased())")
    #expect(answer.status == 200)
    #expect(answer.body["name"]?.text == name)
  }

  @Test("An id of a masked subscription means the only resource that fits")
  func masked() {
    let masked = SampleEstate.network.split(separator: "/").dropFirst(2).joined(separator: "/")
    let answer = service.get("/subscriptions/0000/\(masked)/virtualNetworks/Hub")
    #expect(answer.body["id"]?.text == "\(SampleEstate.network)/virtualNetworks/Hub")
    #expect(service.get("/subscriptions/0000/\(masked)/virtualNetworks/Hub/subnets/Front").status == 200)
  }

  @Test(
    "What isn't there is said in ARM's words, the outermost missing thing first",
    arguments: [
      (
        "/subscriptions/s9/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v", "SubscriptionNotFound", "s9"
      ),
      (
        "/subscriptions/s1/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v", "ResourceGroupNotFound",
        "Resource group 'g' could not be found."
      ),
      (
        "/subscriptions/s1/resourceGroups/Net/providers/Microsoft.Network/virtualNetworks/v", "ResourceNotFound",
        "The Resource 'Microsoft.Network/virtualNetworks/v' under resource group 'Net' was not found."
      ),
      (
        "/subscriptions/s1/resourceGroups/Net/providers/Microsoft.Network/virtualNetworks/Hub/subnets/x",
        "ResourceNotFound", "'Microsoft.Network/virtualNetworks/Hub/subnets/x'"
      ),
      (
        "/subscriptions/s1/resourceGroups/Net/providers/Microsoft.Network/virtualNetworks/v/subnets",
        "ResourceNotFound", "'Microsoft.Network/virtualNetworks/v'"
      ),
      ("/subscriptions/s9", "SubscriptionNotFound", "s9"),
      ("/subscriptions/s9/resourceGroups", "SubscriptionNotFound", "s9"),
      ("/subscriptions/s9/resources", "SubscriptionNotFound", "s9"),
      ("/subscriptions/s1/resourceGroups/Far", "ResourceGroupNotFound", "Far"),
      ("/subscriptions/s1/resourceGroups/Far/resources", "ResourceGroupNotFound", "Far"),
      ("/subscriptions/s1/resourceGroups/g/providers/Microsoft.Network/virtualNetworks", "ResourceGroupNotFound", "g"),
      ("/tenants", "NotFound", "/tenants"),
    ])
  func absent(path: String, code: String, message: String) {
    let answer = service.get(path)
    #expect(answer.status == 404)
    #expect(answer.code == code)
    #expect(answer.message.contains(message), "\(answer.message)")
  }

  @Test("Subscriptions and groups are derived from the ids, each once")
  func containers() {
    #expect(
      service.get("/subscriptions").body["value"]?.elements?.compactMap { $0["subscriptionId"]?.text } == ["s1", "s2"])
    #expect(service.get("/subscriptions/S1").body["state"]?.text == "Enabled")
    #expect(service.get("/subscriptions/s1/resourceGroups").names == ["Net", "other"])
    #expect(service.get("/subscriptions/s1/resourcegroups/NET").body["id"]?.text == SampleEstate.group)
  }

  @Test("A group that the snapshot lists is given as listed")
  func listedGroup() throws {
    let listed = #"{"id": "\#(SampleEstate.group)", "name": "Net", "location": "westeurope"}"#
    let service = ARMService(try SampleEstate.read(adding: listed))
    #expect(service.get(SampleEstate.group).body["location"]?.text == "westeurope")
    #expect(service.get("/subscriptions/s1/resourceGroups").body["value"]?.elements?.first?["location"] != nil)
  }

  @Test("A path that no id can be made of is a bad request", arguments: ["", "/", "https://host"])
  func badPath(url: String) {
    #expect(service.get(url).status == 400)
    #expect(service.get(url).code == "InvalidRequestUri")
  }

  @Test("An id beyond the limit is a bad request")
  func longID() {
    let name = String(repeating: "x", count: 3000)
    #expect(service.get("\(SampleEstate.network)/virtualNetworks/\(name)").status == 400)
  }
}
