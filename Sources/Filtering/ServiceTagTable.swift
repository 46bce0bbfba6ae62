internal import AzureFacts
internal import AzureResources
internal import IPAddressing

/// The service tags that have fixed prefixes: those of a snapshot, and the few that are the same everywhere. Names are
/// compared without regard to case.
struct ServiceTagTable: Sendable {
  private let sets: [String: IPAddressSet]
  /// Tags with prefixes that could not be read.
  private let incomplete: Set<String>

  /// - Parameter tags: Of two with one name the first counts.
  init(_ tags: [ServiceTag]) {
    let read = tags.map { ($0.name.lowercased(), IPAddressSet(prefixes: $0.addressPrefixes)) }
    sets = Dictionary(read) { first, _ in first }.merging(Self.fixed) { given, _ in given }
    incomplete = Set(tags.lazy.filter { $0.malformed > 0 }.map { $0.name.lowercased() })
  }

  /// The addresses of a tag; nil for one that nobody described.
  subscript(name: String) -> IPAddressSet? { sets[name.lowercased()] }

  /// Whether some of the tag's prefixes could not be read.
  func isIncomplete(_ name: String) -> Bool { incomplete.contains(name.lowercased()) }

  /// Health probes' addresses (routing semantics D-065), the internet (D-067) and the platform's own (D-027).
  private static let fixed: [String: IPAddressSet] = {
    let probes = ["168.63.129.16/32", "fe80::1234:5678:9abc/128"].compactMap { try? IPPrefix($0) }
    var fixed = PlatformAddress.addresses
    fixed["azureloadbalancer"] = IPAddressSet(prefixes: probes)
    fixed["internet"] = InternetTag.addresses
    return fixed
  }()
}
