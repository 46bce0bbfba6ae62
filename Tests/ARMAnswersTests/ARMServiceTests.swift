import JSONDocument
import Testing
import TestSupport

@testable import ARMAnswers

@Suite("The service as a whole")
struct ARMServiceTests {
  @Test(
    "Other methods are refused, and the calls that exist are named", arguments: ["PUT", "delete", "PATCH", "HEAD", ""])
  func otherMethods(method: String) throws {
    let service = ARMService(try SampleEstate.read())
    let answer = service.respond(to: ARMRequest(method: method, url: "\(SampleEstate.network)/virtualNetworks/Hub"))
    #expect(answer.status == 405)
    #expect(answer.code == "MethodNotAllowed")
    for call in ["effectiveRouteTable", "nextHop", "effectiveRoutes"] { #expect(answer.message.contains(call)) }
  }

  @Test("Methods are taken in any case")
  func methodCase() throws {
    let service = ARMService(try SampleEstate.read())
    #expect(service.respond(to: ARMRequest(method: "get", url: "/subscriptions")).status == 200)
  }

  @Test(
    "An action that doesn't exist is a 404",
    arguments: [
      "virtualNetworks/Hub/explode", "networkInterfaces/web-1/nextHop", "virtualNetworks/Hub", "virtualNetworks",
    ])
  func unknownAction(path: String) throws {
    let answer = ARMService(try SampleEstate.read()).post("\(SampleEstate.network)/\(path)", [:])
    #expect(answer.status == 404)
    #expect(answer.code == "NotFound")
  }

  @Test("No request crashes, every body is an object, every failure has a code and never a 5xx status")
  func anyRequest() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let service = ARMService(
      try SampleEstate.read(observations: #"{"method": "POST", "path": "/subscriptions/s1/x", "response": 7}"#))
    for round in 0..<4000 {
      let request = Self.request(&random)
      let answer = service.respond(to: request)
      guard answer.body.members != nil, (200..<500).contains(answer.status),
        answer.status == 200 || answer.code?.isEmpty == false
      else {
        Issue.record("seed \(seed), round \(round): \(request) gave \(answer)")
        return
      }
    }
  }

  private static let words = [
    "subscriptions", "s1", "s9", "resourceGroups", "Net", "providers", "Microsoft.Network", "virtualNetworks", "Hub",
    "subnets", "Front", "networkInterfaces", "web-1", "web-2", "lost", "loose", "effectiveRouteTable",
    "networkWatchers", "w", "nextHop", "securityGroupView", "networkConfigurationDiagnostic", "topology",
    "connectivityCheck", "virtualHubs",
    "effectiveRoutes", "resources", "Microsoft.Compute",
    "virtualMachines", "web", "", "%", "%00", "%2f", "..", "ü", "\u{0}", "a b", "https:", "?", "#", "$filter=",
    "name eq 'x'", "&", "=", "🚧",
  ]
  private static let prefixes = [
    "", "/", "https://host/", SampleEstate.network + "/", SampleEstate.network + "/networkInterfaces/web-2/",
    SampleEstate.network + "/networkWatchers/w/nextHop", SampleEstate.network + "/networkWatchers/w/",
    "/subscriptions/s1/resources?$filter=",
    SampleEstate.network + "/virtualNetworks/Hub/",
  ]
  private static let texts = [
    "", "x", "10.0.0.4", "::1", "999.1.1.1", "/subscriptions/s1", SampleEstate.machine + "/web",
    SampleEstate.network + "/networkInterfaces/web-1", "/", "//",
  ]
  private static let fields = [
    "targetResourceId", "sourceIPAddress", "destinationIPAddress", "targetNicResourceId", "resourceId",
    "virtualWanResourceType", "profiles", "queries", "direction", "protocol", "source", "destination",
    "destinationPort", "targetResourceGroupName", "targetSubnet", "targetVirtualNetwork", "id", "address", "port", "",
    "x",
  ]

  private static func request(_ random: inout SplitMix64) -> ARMRequest {
    let count = Int.random(in: 0...12, using: &random)
    let separators = ["/", "/", "/", "", "?", "//"]
    var url = prefixes.randomElement(using: &random) ?? ""
    for _ in 0..<count {
      url += (words.randomElement(using: &random) ?? "") + (separators.randomElement(using: &random) ?? "")
    }
    if Int.random(in: 0..<200, using: &random) == 0 { url += String(repeating: "/a", count: 2000) }
    let method = ["GET", "POST", "POST", "PUT", "get", "", "ü"].randomElement(using: &random) ?? "GET"
    let hasBody = Bool.random(using: &random)
    return ARMRequest(method: method, url: url, body: hasBody ? value(&random, depth: 0) : nil)
  }

  private static func value(_ random: inout SplitMix64, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 3 ? 4 : 9), using: &random) {
    case 0: return .null
    case 1: return .integer(.random(in: .min ... .max, using: &random))
    case 2: return .bool(.random(using: &random))
    case 3: return .string(texts.randomElement(using: &random) ?? "")
    case 4: return .array((0..<3).map { _ in value(&random, depth: depth + 1) })
    default:
      return .object(
        JSONObject(
          (0..<4).map { _ in
            let text = JSONValue.string(texts.randomElement(using: &random) ?? "")
            let isText = Int.random(in: 0..<4, using: &random) > 0
            return (fields.randomElement(using: &random) ?? "", isText ? text : value(&random, depth: depth + 1))
          }))
    }
  }
}
