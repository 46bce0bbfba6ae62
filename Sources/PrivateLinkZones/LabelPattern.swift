/// A domain whose labels may be placeholders, such as `privatelink.{regionName}.kusto.windows.net`.
struct LabelPattern: Sendable, Hashable {
  /// In lower case, but for placeholders.
  let labels: [String]

  init(_ text: String) {
    labels = text.split(separator: ".").map { Self.isPlaceholder($0) ? String($0) : $0.lowercased() }
  }

  var text: String { labels.joined(separator: ".") }
  var placeholders: Int { labels.count { Self.isPlaceholder($0[...]) } }

  /// The values of the placeholders where a domain is of this pattern; nil where it isn't. A placeholder stands for one
  /// label, which is not a private name's own.
  func match(_ domain: some Collection<Substring>) -> [String: String]? {
    guard domain.count == labels.count else { return nil }
    var values: [String: String] = [:]
    for (label, pattern) in zip(domain, labels) {
      if Self.isPlaceholder(pattern[...]) {
        guard !PrivateLinkZones.isPrivateLabel(label) else { return nil }
        values[pattern] = String(label)
      } else if label != pattern {
        return nil
      }
    }
    return values
  }

  /// The text with placeholders replaced as far as their values are known.
  func filled(_ values: [String: String]) -> String {
    labels.map { values[$0] ?? $0 }.joined(separator: ".")
  }

  private static func isPlaceholder(_ label: Substring) -> Bool { label.first == "{" }
}
