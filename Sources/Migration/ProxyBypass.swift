/// A proxy's bypass list: the hosts that are asked directly.
///
/// Entries are names, names behind `*` or a dot, or `*` for all, apart by `;`, `,` or blanks (semantics E.6, D.6). What
/// one entry means differs a little from program to program; here a name also covers the names below it only where it
/// begins with a dot or `*`.
public struct ProxyBypass: Sendable, Hashable {
  public let entries: [String]

  /// Reads a list.
  public init(_ text: String) {
    entries = text.split { $0 == ";" || $0 == "," || $0.isWhitespace }.map { entry in
      var entry = entry.lowercased()
      if let scheme = entry.firstRange(of: "://") { entry = String(entry[scheme.upperBound...]) }
      return String(entry.prefix { $0 != "/" })
    }.filter { !$0.isEmpty }
  }

  /// The entry by which a host is asked directly; nil where it goes through the proxy.
  public func entry(for host: String) -> String? {
    let host = host.lowercased()
    return entries.first { Self.matches($0[...], host[...]) }
  }

  /// Whether a pattern with any number of `*` covers a host; a leading dot stands for `*.`.
  private static func matches(_ entry: Substring, _ host: Substring) -> Bool {
    if entry.hasPrefix(".") { return host.hasSuffix(entry) || host == entry.dropFirst() }
    let parts = entry.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return entry == host }
    guard host.hasPrefix(parts[0]), host.hasSuffix(parts[parts.count - 1]) else { return false }
    var rest = host.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      if part.isEmpty { continue }
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.count >= parts[parts.count - 1].count
  }
}
