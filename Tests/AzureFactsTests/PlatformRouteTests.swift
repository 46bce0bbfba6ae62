import AzureFacts
import IPAddressing
import Testing

@Suite("The platform's own routes")
struct PlatformRouteTests {
  struct Era: Sendable {
    let day: String
    let region: String?
    let nowhere: Int
    let source: String
  }

  @Test(
    "Each era has the routes to nowhere that were recorded in it",
    arguments: [
      Era(day: "2016-09-23", region: "eastus", nowhere: 5, source: "facts §2, R10"),
      Era(day: "2017-12-01", region: "eastus", nowhere: 4, source: "facts §2, R06"),
      Era(day: "2019-10-24", region: "westus", nowhere: 3, source: "facts §2, R07"),
      Era(day: "2020-12-17", region: "eastus", nowhere: 5, source: "facts §2, R04"),
      Era(day: "2021-11-03", region: "westus", nowhere: 15, source: "facts §2, R05"),
      Era(day: "2023-03-15", region: "eastus", nowhere: 16, source: "facts §2, R01"),
      Era(day: "2023-10-17", region: "westeurope", nowhere: 17, source: "facts §2, anl"),
      Era(day: "2023-12-21", region: nil, nowhere: 16, source: "facts §2, R01"),
      Era(day: "2026-08-07", region: nil, nowhere: 21, source: "facts §2, R02"),
    ])
  func eras(era: Era) throws {
    let routes = PlatformRoute.routes(on: try #require(Day(era.day)), region: era.region)
    let four = routes.filter { $0.prefix.family == .ipv4 && $0.nextHopType == "None" }
    #expect(four.count == era.nowhere, "\(era.source)")
    #expect(routes.first?.prefix == .defaultIPv4)
    #expect(Set(routes.map(\.prefix)).count == routes.count, "each prefix once")
  }

  @Test("A region's name counts without spaces and case")
  func region() throws {
    let day = try #require(Day("2023-10-17"))
    #expect(PlatformRoute.routes(on: day, region: "West Europe") == PlatformRoute.routes(on: day, region: "westeurope"))
  }

  @Test("Behaviours of the next hop call follow its recordings")
  func behaviours() throws {
    #expect(APIBehaviour.nextHopVnetLocalName.value(on: try #require(Day("2017-06-29"))) == "VnetLocal")
    #expect(APIBehaviour.nextHopVnetLocalName.value(on: .newest) == "VirtualNetwork")
    #expect(APIBehaviour.nextHopSourceAddressMustMatch.value(on: try #require(Day("2020-06-01"))) == "false")
    #expect(APIBehaviour.nextHopSourceAddressMustMatch.value(on: .newest) == "true")
  }
}
