internal import AzureResources
internal import IPAddressing

/// The prefixes of service tags by name, compared without regard to case.
struct ServiceTagIndex: Sendable {
  private let prefixes: [String: [IPPrefix]]
  /// Tags with prefixes that could not be read.
  private let incomplete: Set<String>

  init(_ tags: [ServiceTag]) {
    prefixes = Dictionary(tags.map { ($0.name.lowercased(), $0.addressPrefixes) }) { first, _ in first }
    incomplete = Set(tags.filter { $0.malformed > 0 }.map { $0.name.lowercased() })
  }

  /// Whether some of the tag's prefixes could not be read.
  func isIncomplete(_ name: String) -> Bool { incomplete.contains(name.lowercased()) }

  /// The tag's prefixes; nil for a tag that nobody described.
  subscript(name: String) -> [IPPrefix]? { prefixes[name.lowercased()] }
}
