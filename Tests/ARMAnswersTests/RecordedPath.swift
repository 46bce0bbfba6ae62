import IPAddressing
import JSONDocument
import PathAnalysis

/// What of a connectivity check follows from the configuration: the stations, as far as answers of all years have them,
/// and whether the network is to blame.
struct RecordedPath: CustomStringConvertible {
  private static let networkIssues: Set<String> = [
    "routemissing", "userdefinedroute", "networksecurityrule", "noroutelearned",
  ]

  let isReachable: Bool
  let stations: [String]
  let issues: Set<String>

  var description: String { "\(stations) \(issues.sorted())" }

  init(_ answer: JSONValue) {
    isReachable = answer["connectionStatus"] == "Reachable"
    let hops = answer["hops"]?.elements ?? []
    let types = hops.flatMap { $0["issues"]?.elements ?? [] }.compactMap { $0["type"]?.text?.lowercased() }
    issues = Set(types).intersection(Self.networkIssues)
    // Only answers of some months list peerings; the end has many names, and addresses of the internet change.
    let kept = hops.filter { $0["type"]?.text?.lowercased() != "virtualnetworkpeering" }
    var found: [String] = []
    for (number, hop) in kept.enumerated() {
      let type = hop["type"]?.text?.lowercased() ?? ""
      let name = number == 0 ? "source" : number == kept.count - 1 ? "end" : type
      guard name != "internet" else { continue }
      let address = type == "virtualnetworkgateway" ? nil : hop["address"]?.text.flatMap { try? IPAddress($0) }
      let station = "\(name) \(address.flatMap { $0.isPrivate ? "\($0)" : nil } ?? "")"
      if found.last != station { found.append(station) }
    }
    stations = found
  }

  /// Whether this answer says what Azure's does: the same stations, no issue where Azure got through, and one where
  /// Azure names one.
  func agrees(with azure: RecordedPath) -> Bool {
    stations == azure.stations
      && (azure.isReachable ? issues.isEmpty : azure.issues.isEmpty || !issues.isEmpty)
  }
}
