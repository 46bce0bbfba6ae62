internal import AzureResources
internal import IPAddressing

/// The prefixes of service tags by name, compared without regard to case.
struct ServiceTagIndex: Sendable {
  private let prefixes: [String: [IPPrefix]]

  init(_ tags: [ServiceTag]) {
    prefixes = Dictionary(tags.map { ($0.name.lowercased(), $0.addressPrefixes) }) { first, _ in first }
  }

  /// The tag's prefixes; nil for a tag that nobody described.
  subscript(name: String) -> [IPPrefix]? { prefixes[name.lowercased()] }
}
