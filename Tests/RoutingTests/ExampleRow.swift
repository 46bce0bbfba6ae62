import IPAddressing
import JSONDocument
import Routing

/// A row of effective routes as examples write it, to be compared as one of a multiset.
struct ExampleRow: Hashable, CustomStringConvertible {
  let source: String
  let state: String
  let prefixes: [String]
  let nextHopType: String
  let hops: [String]
  let name: String

  init(_ json: JSONValue) {
    source = json["source"]?.text ?? "Default"
    state = json["state"]?.text ?? "Active"
    prefixes = (json["addressPrefix"]?.texts ?? []).sorted()
    nextHopType = json["nextHopType"]?.text ?? ""
    hops = (json["nextHopIpAddress"]?.texts ?? []).sorted()
    name = json["name"]?.text ?? ""
  }

  init(_ route: EffectiveRoute) {
    source = route.source.rawValue
    state = route.state.rawValue
    prefixes = route.addressPrefixes.map(\.description).sorted()
    nextHopType = route.nextHopType.rawValue
    hops = route.nextHopAddresses.map(\.description).sorted()
    name = route.name ?? ""
  }

  /// Whether the row is one of the platform's routes to nowhere.
  var isPlatformNone: Bool { source == "Default" && nextHopType == "None" }

  var description: String {
    "\(source) \(state) \(prefixes.joined(separator: ",")) \(nextHopType) \(hops.joined(separator: ",")) \(name)"
  }

  /// The rows that only one of the two lists has, with how often.
  static func difference(_ left: [ExampleRow], _ right: [ExampleRow]) -> [String] {
    var counts: [ExampleRow: Int] = [:]
    for row in left { counts[row, default: 0] += 1 }
    for row in right { counts[row, default: 0] -= 1 }
    return counts.filter { $0.value != 0 }.map { "\($0.value > 0 ? "computed" : "expected") only: \($0.key)" }.sorted()
  }
}
