import AzureResources
import EstateFixtures
import IPAddressing
import JSONDocument
import NameResolution
import Routing
import Testing

@Suite("Azure's resolver as a network sees it")
struct AzureResolverTests {
  typealias B = EstateBuilder

  @Test("The most specific linked zone answers, with the record's own time to live")
  func mostSpecific() throws {
    var lab = NameLab()
    lab.addZone("example.com", linkedTo: "left")
    lab.addZone("corp.example.com", linkedTo: "left")
    lab.addRecord("example.com", "A", "shop.corp", "10.9.9.9")
    lab.addRecord("corp.example.com", "A", "shop", "10.2.1.10", ttl: 300)
    let answer = try lab.resolve("shop.corp.example.com")
    #expect(answer.summary == ["shop.corp.example.com A 10.2.1.10", "answer"])
    #expect(answer.records.first?.timeToLive == 300)
    #expect(answer.records.first?.resource?.name == "corp.example.com")
    #expect(answer.links.first?.value == "168.63.129.16")
  }

  @Test("A linked zone without the record answers that the name doesn't exist; a zone linked elsewhere doesn't count")
  func links() throws {
    var lab = NameLab()
    lab.addZone("corp.example.com", linkedTo: "left")
    let answer = try lab.resolve("shop.corp.example.com")
    #expect(answer.outcome == .noSuchName)
    #expect(answer.links.last?.resource?.name == "corp.example.com")
    lab = NameLab()
    lab.addZone("corp.example.com", linkedTo: "right")
    lab.addRecord("corp.example.com", "A", "shop", "10.2.1.10")
    #expect(try lab.resolve("shop.corp.example.com").missing?.summary.contains("a link of private DNS zone") == true)
    #expect(try lab.resolve("shop.corp.example.com", by: "vm2").outcome.word == "answer")
  }

  @Test("A zone without any record of it in the snapshot was collected without them, unless it says that it has none")
  func completeness() throws {
    var lab = NameLab()
    lab.addZone("corp.example.com", linkedTo: "left")
    lab.builder.remove("\(NameLab.zone("corp.example.com"))/SOA/@")
    #expect(try lab.resolve("shop.corp.example.com").missing?.resource?.name == "corp.example.com")
    lab.builder.set(NameLab.zone("corp.example.com"), "numberOfRecordSets", 1)
    #expect(try lab.resolve("shop.corp.example.com").outcome == .noSuchName)
    lab.builder.set(NameLab.zone("corp.example.com"), "numberOfRecordSets", 3)
    lab.addRecord("corp.example.com", "A", "www", "10.2.1.10")
    #expect(try lab.resolve("shop.corp.example.com").outcome.word == "unknown")
    lab.addRecord("corp.example.com", "A", "web", "10.2.1.10")
    #expect(try lab.resolve("shop.corp.example.com").outcome == .noSuchName)
  }

  @Test("A link that is still being made isn't in force")
  func inProgress() throws {
    var lab = NameLab()
    lab.addZone("corp.example.com", linkedTo: "left")
    lab.addRecord("corp.example.com", "A", "shop", "10.2.1.10")
    lab.setLink("corp.example.com", "left", "virtualNetworkLinkState", "InProgress")
    #expect(try lab.resolve("shop.corp.example.com").outcome.word == "unknown")
    lab.setLink("corp.example.com", "left", "virtualNetworkLinkState", "Completed")
    #expect(try lab.resolve("shop.corp.example.com").outcome.word == "answer")
  }

  @Test("A record of another type is no data, and public DNS isn't asked")
  func noData() throws {
    var lab = NameLab()
    lab.addZone("corp.example.com", linkedTo: "left")
    lab.addRecord("corp.example.com", "A", "shop", "10.2.1.10")
    lab.addRecord("corp.example.com", "AAAA", "six", "fd00::1")
    lab.addRecord("corp.example.com", "A", "one.two", "10.2.1.11")
    #expect(try lab.resolve("shop.corp.example.com", types: [.addressIPv6]).outcome == .noData)
    #expect(try lab.resolve("six.corp.example.com").addresses == [try IPAddress("fd00::1")])
    #expect(try lab.resolve("shop.corp.example.com", types: [.alias]).outcome == .noData)
    // A name above records exists (RFC 8020).
    #expect(try lab.resolve("two.corp.example.com").outcome == .noData)
  }

  @Test("A wildcard answers at its closest encloser alone (RFC 4592)")
  func wildcards() throws {
    var lab = NameLab()
    lab.addZone("example.com", linkedTo: "left")
    lab.addRecord("example.com", "A", "*", "10.9.9.9")
    lab.addRecord("example.com", "A", "a.apps", "10.9.9.8")
    #expect(try lab.resolve("other.example.com").addresses == [try IPAddress("10.9.9.9")])
    #expect(try lab.resolve("deep.other.example.com").addresses == [try IPAddress("10.9.9.9")])
    #expect(try lab.resolve("b.apps.example.com").outcome == .noSuchName)
  }

  @Test("An alias alone is an answer to a question for aliases")
  func aliasQuestion() throws {
    var lab = NameLab()
    lab.addZone("corp.example.com", linkedTo: "left")
    lab.addRecord("corp.example.com", "CNAME", "www", "web.corp.example.com.")
    #expect(try lab.resolve("www.corp.example.com", types: [.alias]).outcome == .alias("web.corp.example.com"))
  }

  @Test("Aliases that lead back, and chains of more than a resolver follows, end with a name")
  func hostileChains() throws {
    var lab = NameLab()
    lab.addZone("corp.example.com", linkedTo: "left")
    lab.addRecord("corp.example.com", "CNAME", "a", "b.corp.example.com")
    lab.addRecord("corp.example.com", "CNAME", "b", "a.corp.example.com")
    #expect(try lab.resolve("a.corp.example.com").outcome == .failure(.aliasLoop))
    for step in 0..<100 {
      lab.addRecord("corp.example.com", "CNAME", "n\(step)", "n\(step + 1).corp.example.com")
    }
    lab.addRecord("corp.example.com", "A", "n100", "10.2.1.10")
    let answer = try lab.resolve("n0.corp.example.com")
    #expect(answer.outcome == .failure(.tooManyAliases))
    #expect(answer.records.count == NameResolver.maximumAliases + 1)
    #expect(try lab.resolve("n90.corp.example.com").addresses == [try IPAddress("10.2.1.10")])
  }

  @Test("Machines of a registering network are in the zone by the names they call themselves")
  func registration() throws {
    var lab = NameLab()
    lab.addZone("corp.example.com", linkedTo: "right", registers: true)
    lab.builder.add(
      "\(NameLab.zone("corp.example.com"))/virtualNetworkLinks/left",
      JSONObject([("virtualNetwork", NameLab.reference(B.network("left")))]))
    let answer = try lab.resolve("vm2.corp.example.com")
    #expect(answer.summary == ["vm2.corp.example.com A 10.2.1.10", "answer"])
    #expect(answer.records.first?.origin == .registration)
    #expect(try lab.resolve("vm1.corp.example.com").outcome == .noSuchName)
    lab.builder.set(B.machine("vm2"), "osProfile", ["computerName": "Warehouse"])
    #expect(try lab.resolve("warehouse.corp.example.com").outcome.word == "answer")
    #expect(try lab.resolve("vm2.corp.example.com").outcome == .noSuchName)
  }

  @Test("Azure names each network's machines itself")
  func internalNames() throws {
    let lab = NameLab()
    #expect(try lab.resolve("vm1.abc.ax.internal.cloudapp.net").addresses == [try IPAddress("10.1.1.10")])
    #expect(try lab.resolve("vm2.abc.ax.internal.cloudapp.net").outcome == .noSuchName)
  }

  @Test("NxDomainRedirect hands on what a private endpoint's zone lacks, and no other zone has it")
  func redirect() throws {
    var lab = NameLab()
    lab.addZone("privatelink.database.windows.net", linkedTo: "left")
    lab.addEndpoint(
      "pe", in: "right/app", "10.2.1.20", target: B.id("Microsoft.Sql/servers", "sql1"), group: "sqlServer",
      names: ["sql1.database.windows.net"])
    #expect(try lab.resolve("sql1.database.windows.net").outcome == .noSuchName)
    lab.setLink("privatelink.database.windows.net", "left", "resolutionPolicy", "NxDomainRedirect")
    #expect(try lab.resolve("sql1.database.windows.net").outcome == .publicService)
    lab.addZone("corp.example.com", linkedTo: "left")
    lab.setLink("corp.example.com", "left", "resolutionPolicy", "NxDomainRedirect")
    #expect(try lab.resolve("shop.corp.example.com").outcome == .noSuchName)
  }
}
