internal import AzureResources
internal import Diagnosis
internal import Filtering
internal import Findings
internal import IPAddressing

/// What a remedy opens, in words.
enum OpeningText {
  private static let named = 3

  /// A sentence a kind of thing.
  static func sentences(_ opening: Opening) -> [String] {
    guard !opening.isEmpty else { return ["opens nothing but this connection"] }
    return opening.flows.map(flows) + routes(opening.routes) + pairs(opening.pairs)
  }

  static func transports(_ box: FlowBox) -> [String] {
    let all = Set(SecurityRuleProtocol.allCases).subtracting([.any])
    return box.transports == all ? ["Any"] : box.transports.map(\.rawValue).sorted()
  }

  private static func flows(_ flows: Opening.Flows) -> String {
    let boxes = flows.boxes.prefix(named).map { box in
      let port = box.destinationPorts == .any ? "" : " port \(box.destinationPorts)"
      return "\(transports(box).joined(separator: "/")) \(list(box.sources)) to \(list(box.destinations))\(port)"
    }
    let more = flows.boxes.count > named ? " and \(flows.boxes.count - named) more" : ""
    let places = names(flows.places)
    return
      "\(flows.group.name) also lets pass \(flows.direction.rawValue.lowercased()): \(boxes.joined(separator: ", "))"
      + "\(more), at \(places) (\(flows.interfaces) \(flows.interfaces == 1 ? "NIC" : "NICs"))"
      + (flows.isComplete ? "" : "; more, where tags hold more than the snapshot tells")
  }

  private static func routes(_ routes: [Opening.Routes]) -> [String] {
    guard let first = routes.first else { return [] }
    let interfaces = routes.reduce(0) { $0 + $1.interfaces }
    let alike = routes.allSatisfy { $0.destinations == first.destinations }
    return [
      "packets from \(names(routes.map(\.subnet))) (\(interfaces) \(interfaces == 1 ? "NIC" : "NICs")) to"
        + " \(alike ? list(first.destinations) : "several prefixes") take another next hop"
    ]
  }

  private static func pairs(_ pairs: Opening.Pairs) -> [String] {
    guard pairs.count > 0 else { return [] }
    let examples = pairs.first.prefix(named).map { "\(name($0.from)) to \(name($0.to))" }.joined(separator: ", ")
    let count = "\(pairs.isComplete ? "" : "at least ")\(pairs.count)"
    return [
      "\(count) \(pairs.count == 1 ? "pair" : "pairs") of subnets can connect now: \(examples)"
        + (pairs.count > min(named, pairs.first.count) ? ", ..." : "")
    ]
  }

  private static func names(_ ids: [ResourceID]) -> String {
    let shown = ids.prefix(named).map(name).joined(separator: ", ")
    return ids.count > named ? "\(shown) and \(ids.count - named) more" : shown
  }

  private static func name(_ id: ResourceID) -> String {
    id.kind == .subnet ? "\(id.parent?.name ?? "")/\(id.name)" : String(id.name)
  }

  private static func list(_ addresses: IPAddressSet) -> String {
    if addresses == .all || addresses.v4 == .all { return "any address" }
    let prefixes = addresses.prefixes
    let shown = prefixes.prefix(named).map { "\($0)" }.joined(separator: ", ")
    return prefixes.count > named ? "\(shown) and \(prefixes.count - named) more" : shown
  }
}
