import EstateFixtures
import FoundationEssentials
import JSONDocument
import Testing

/// An estate that was written for people to read, as a snapshot.
struct KernelDesign: Sendable, CustomTestStringConvertible {
  let name: String
  let snapshot: String

  var testDescription: String { name }

  static let all: [KernelDesign] =
    [example("guide-walk")].compactMap { $0 } + [
      KernelDesign(name: "two peered networks", snapshot: EstateBuilder.pair.text),
      KernelDesign(name: "hub and spokes", snapshot: EstateBuilder.hubAndSpokes.text),
      KernelDesign(name: "hub and spokes with a gateway", snapshot: EstateBuilder.hubWithGateway.text),
      KernelDesign(
        name: "hub and spokes whose appliance doesn't forward",
        snapshot: planted(in: .hubAndSpokes) { $0.set(EstateBuilder.nic("nva"), "enableIPForwarding", false) }),
      KernelDesign(
        name: "two peered networks with a rule that denies",
        snapshot: planted(in: .pair) {
          $0.securityGroup("nsg", subnets: ["right/app"])
          $0.rule("nsg", "no-web", 100, "Inbound", "Deny", "Tcp", ports: ["80", "443"])
        }),
    ]

  private static func planted(in design: EstateBuilder, _ fault: (inout EstateBuilder) -> Void) -> String {
    var planted = design
    fault(&planted)
    return planted.text
  }

  private static func example(_ name: String) -> KernelDesign? {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let data = try? Data(contentsOf: URL(filePath: "/\(root)/Examples/\(name)/snapshot.json")) else { return nil }
    return KernelDesign(name: name, snapshot: String(decoding: data, as: UTF8.self))
  }
}
