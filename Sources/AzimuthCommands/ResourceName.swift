internal import AzureResources

/// A resource's name as somebody wrote it: `name`, `group/name`, `network/subnet`, `type/name`.
///
/// The last parts of an id match, and so do a group and the last names after it.
struct ResourceName {
  private let parts: [String]

  init(_ text: String) {
    parts = text.lowercased().split(separator: "/").map(String.init)
  }

  /// - Complexity: O(length); most ids are told apart by their last part.
  func matches(_ id: ResourceID) -> Bool {
    guard let last = parts.last, id.name.utf8.count == last.utf8.count, id.name.lowercased() == last else {
      return false
    }
    guard parts.count > 1 else { return true }
    let segments = id.text.lowercased().split(separator: "/").map(String.init)
    if segments.count > parts.count, segments.suffix(parts.count) == parts[...] { return true }
    let names = Self.names(segments)
    if names.count >= parts.count, names.suffix(parts.count) == parts[...] { return true }
    return id.resourceGroup?.lowercased() == parts[0] && names.suffix(parts.count - 1) == parts.dropFirst()
  }

  /// The names in an id, without the types.
  private static func names(_ segments: [String]) -> [String] {
    guard let provider = segments.lastIndex(of: "providers") else { return segments.last.map { [$0] } ?? [] }
    return segments[(provider + 2)...].enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
  }
}
