/// An error of the appliance, by its code or by the message that it shows.
public struct MigrateErrorMessage: Sendable, Hashable {
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case forbiddenToAccessKeyVault = "ForbiddenToAccessKeyVault"
    case agentNotConnected = "AgentNotConnected"
  }

  /// What lies behind a refusal of the key vault, as its own words tell.
  public enum Family: String, Sendable, Hashable {
    /// The call arrived, and the account may not do it.
    case permission
    /// The call arrived by the public way, or didn't arrive.
    case connectivity
  }

  public let code: Code
  /// The key vault that the message names.
  public let vault: String?
  /// The hosts of the URLs that the message names, in lower case.
  public let hosts: [String]
  /// Nil where the words don't tell.
  public let family: Family?

  /// Reads a code, or a message as the appliance shows it; nil for other texts.
  public init?(_ text: String) {
    let folded = text.lowercased()
    if folded.contains("forbiddentoaccesskeyvault") || folded.contains("key vault create or update operation failed") {
      code = .forbiddenToAccessKeyVault
    } else if folded.contains("agentnotconnected") || folded.contains("could not initiate discovery") {
      code = .agentNotConnected
    } else {
      return nil
    }
    vault = Self.word(after: "operation failed for ", in: folded)
    hosts = Self.hosts(in: folded)
    family = Self.family(of: folded)
  }

  /// - Source: semantics C.10.1 and D.7: the codes of a vault's own refusal, and words of failed connections.
  private static func family(of text: String) -> Family? {
    let connectivity = [
      "forbiddenbyconnection", "forbiddenbyfirewall", "public network access is disabled", "timed out", "timeout",
      "could not be resolved", "no such host", "unable to connect", "connection refused",
    ]
    let permission = ["forbiddenbyrbac", "forbiddenbypolicy", "set permission", "does not have", "not authorized"]
    if connectivity.contains(where: text.contains) { return .connectivity }
    return permission.contains(where: text.contains) ? .permission : nil
  }

  private static func word(after lead: String, in text: String) -> String? {
    guard let range = text.firstRange(of: lead) else { return nil }
    let word = text[range.upperBound...].drop { "<_\"'".contains($0) }.prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
    }
    return word.isEmpty ? nil : String(word)
  }

  private static func hosts(in text: String) -> [String] {
    let words = text.split { $0.isWhitespace || ",;\"'<>()[]|".contains($0) }
    return words.compactMap { word -> String? in
      var word = word
      let scheme = word.firstRange(of: "://")
      if let scheme { word = word[scheme.upperBound...] }
      let host = word.prefix { $0 != "/" && $0 != ":" }
      let labels = host.split(separator: ".", omittingEmptySubsequences: false)
      let isHost =
        labels.count >= 3
        && labels.allSatisfy { label in
          !label.isEmpty
            && label.utf8.allSatisfy { $0 == 0x2d || (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) }
        }
      return isHost ? String(host) : nil
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
