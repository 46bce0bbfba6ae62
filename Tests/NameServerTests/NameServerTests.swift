import AzureResources
import Estate
import IPAddressing
import JSONDocument
import JSONReading
import NameResolution
import Routing
import SnapshotReading
import Testing

/// The simulation held against real servers: Unbound as resolvers and forwarders, NSD as public and private zones.
@Suite(
  "Names as real servers answer them", .serialized,
  .enabled(if: NameServerLab.obstacle == nil, "\(NameServerLab.obstacle ?? "")"))
struct NameServerTests {
  /// A view of the shipped example: what is changed of it, and how its servers are described.
  struct View: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Replacements in the snapshot's text.
    var edits: [(String, String)] = []
    /// The description; the example's own where nil.
    var dns: String?
  }

  private static let vault = "contoso-kv.vault.azure.net"
  private static let discovery =
    "04b8c9c73f3d477e966c8d00f352889c-agent.cus.disc.privatelink.prod.migration.windowsazure.com"

  static let questions: [[String]] =
    ["app-1", "appliance-1", "ops-1", "onpremises"].flatMap { asker in
      [
        vault, "contosodata.blob.core.windows.net", discovery, "nothing.privatelink.vaultcore.azure.net",
        "privatelink.blob.core.windows.net",
      ].map { [asker, $0] }
    } + [
      ["onpremises", "intranet.contoso.com"], ["onpremises", "nothing.contoso.com"], ["ops-1", "intranet.contoso.com"],
    ]

  private static func office(_ rest: String) -> String {
    #"{"servers": [{"resource": "dns-1", "default": ["168.63.129.16"]}, {"addresses": ["192.168.0.53"], \#(rest)}], "#
      + #""onPremises": {"servers": ["192.168.0.53"]}}"#
  }

  static let views = [
    View(testDescription: "as it is shipped"),
    View(
      testDescription: "a server that asks for aliases by its own rules, with the private zone forwarded alone",
      dns: office(
        #""forwarders": [{"zone": "privatelink.vaultcore.azure.net", "to": ["10.0.2.4"]}], "default": "internet", "aliases": "restart""#
      )),
    View(testDescription: "a server that asks a public resolver", dns: office(#""default": ["8.8.8.8"]"#)),
    View(testDescription: "a dead forwarder", dns: office(#""default": ["10.0.1.99"]"#)),
    View(
      testDescription: "a dead forwarder before one that answers",
      dns: office(#""default": ["10.0.1.99", "10.0.2.4"]"#)),
    View(
      testDescription: "a server of one's own zone for the public suffix",
      dns: office(
        #""zones": [{"name": "vault.azure.net", "records": [{"name": "contoso-kv", "type": "A", "values": ["10.9.9.9"]}]}], "default": "internet""#
      )),
    View(
      testDescription: "a server that listens at its loopback alone",
      dns: #"{"servers": [{"resource": "dns-1", "listensOn": ["127.0.0.1"], "default": ["168.63.129.16"]}]}"#),
    View(
      testDescription: "a stale record, a missing one and a link in progress",
      edits: [
        (#""ipv4Address": "10.1.0.5""#, #""ipv4Address": "10.1.0.6""#),
        (
          #"privatelink.vaultcore.azure.net/A/contoso-kv"#, #"privatelink.vaultcore.azure.net/A/other-kv"#
        ),
      ]),
    View(
      testDescription: "endpoints that are not approved", edits: [(#""status": "Approved""#, #""status": "Pending""#)]),
  ]

  @Test("Every link of every answer is what real servers give", arguments: views)
  func agree(view: View) throws {
    var text = try NameServerLab.text("Examples/private-endpoints/snapshot.json")
    for (old, new) in view.edits {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    let dns = try view.dns ?? NameServerLab.text("Examples/private-endpoints/dns.json")
    let answers = try NameServerLab.answers(text, dns, Self.questions)
    #expect(answers.count == Self.questions.count)
    let estate = try SnapshotReader.read(text: text)
    var declared = try DeclaredNames(JSONParser.value(of: Array(dns.utf8)), estate)
    // The lab's public DNS has one address for all services.
    declared.merge(try DeclaredNames(try Self.publicRecords(), estate))
    var resolver = NameResolver(estate, declared: declared)
    var compared = 0
    for answer in answers {
      let name = try #require(DomainName(answer.name))
      let mine = resolver.resolve(name, from: try Self.asker(answer.asker, estate), types: [.address])
      // Nobody told what public DNS has beyond the services, or whom the office asks.
      if let missing = mine.missing,
        missing.summary.contains("public DNS answers") || missing.summary.contains("machines outside")
      {
        continue
      }
      compared += 1
      #expect(Self.word(mine) == answer.status, "\(answer.asker) \(name): \(mine.links.map(\.summary))")
      #expect(Self.records(mine) == answer.records, "\(answer.asker) \(name): \(mine.links.map(\.summary))")
    }
    #expect(compared >= 12)
  }

  /// What public DNS gives beyond the aliases.
  private static func publicRecords() throws -> JSONValue {
    let names = [
      "contoso-kv.privatelink.vaultcore.azure.net", "contosodata.privatelink.blob.core.windows.net", discovery,
    ]
    return [
      "public": .array(names.map { ["name": .string($0), "type": "A", "values": ["203.0.113.10"]] })
    ]
  }

  private static func asker(_ text: String, _ estate: Estate) throws -> NameAsker {
    if text == "onpremises" { return .onPremises }
    let machine = try #require(estate.virtualMachines.firstIndex { $0.id.name == text })
    let interface = try #require(estate.networkInterfaces(ofMachine: machine).first)
    let subnet = try #require(estate.subnet(ofInterface: interface))
    return .network(estate.subnets[subnet].network, interface: interface)
  }

  /// A service's own address is the lab's.
  private static func word(_ answer: NameAnswer) -> String { answer.outcome.word }

  private static func records(_ answer: NameAnswer) -> [[String]] {
    if case .failure = answer.outcome { return [] }
    var found: [[String]] = []
    for link in answer.links where link.kind == .record || link.kind == .service {
      let isService = link.kind == .service
      let record = [
        link.name, isService ? "A" : link.recordType?.rawValue ?? "", isService ? "203.0.113.10" : link.value,
      ]
      found.append(record)
    }
    return found
  }
}
