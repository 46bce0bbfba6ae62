import IPAddressing
import JSONDocument

@testable import ARMAnswers

/// An `effectiveRouteTable` answer as far as two answers of one configuration must agree.
struct RecordedRows: Equatable {
  /// Every row but the platform's own to nowhere and its own IPv6 rows, which only some recordings show.
  private(set) var core: Set<String> = []
  /// All rows, the platform's too.
  private(set) var exact: Set<String> = []
  private(set) var hasPlatformNone = false
  /// The prefix lengths of the platform's rows to nowhere: all that is left of them where addresses were masked.
  private var noneLengths: [String] = []
  private var isMasked = false

  init(_ answer: JSONValue, withLearned: Bool) {
    for row in answer["value"]?.elements ?? [] { add(row, withLearned) }
  }

  func agrees(with other: RecordedRows) -> Bool { core == other.core && hasPlatformNone == other.hasPlatformNone }

  /// Whether the rows are the same to the last one, as far as they aren't masked.
  func agreesExactly(with other: RecordedRows) -> Bool {
    guard isMasked || other.isMasked else { return exact == other.exact }
    return agrees(with: other) && noneLengths == other.noneLengths
  }

  private mutating func add(_ row: JSONValue, _ withLearned: Bool) {
    let source = row["source"]?.text?.lowercased() ?? ""
    let type = row["nextHopType"]?.text?.lowercased() ?? ""
    let prefixes = (row["addressPrefix"]?.elements ?? []).compactMap(\.text)
    let isPlatform = source == "default" && (type == "internet" || type == "none")
    // Recordings of March 2018 list the platform's IPv6 rows for subnets without IPv6; no other recording does.
    if isPlatform, prefixes.contains(where: { $0.contains(":") }) { return }
    guard source != "virtualnetworkgateway" || withLearned else { return }
    // The addresses behind a service endpoint are masked in the recordings.
    let shown = type == "virtualnetworkserviceendpoint" ? [] : prefixes.map { Self.canonical($0) }.sorted()
    let hops = (row["nextHopIpAddress"]?.elements ?? []).compactMap(\.text).filter { !$0.isEmpty }.sorted()
    let key = "\(source) \(row["state"]?.text?.lowercased() ?? "") \(type) \(shown) \(hops)"
    exact.insert(key)
    guard isPlatform, type == "none" else {
      core.insert(key)
      return
    }
    hasPlatformNone = true
    noneLengths += prefixes.map { $0.split(separator: "/").last.map(String.init) ?? "" }
    isMasked = isMasked || prefixes.contains { $0.contains("<") }
  }

  private static func canonical(_ text: String) -> String {
    (try? IPPrefix(text, hostBits: .masked))?.description ?? text.lowercased()
  }
}
