internal import AzureFacts
internal import AzureResources

/// How the platform's own addresses are judged.
public enum PlatformAddressing: Sendable, Hashable {
  /// Plain rules don't count for them, as on the wire (routing semantics D-027).
  case exempt
  /// Rules count for them as for any address: the rules' own logic, as diagnostics apply it.
  case likeAnyAddress

  /// Whether a flow goes to the platform itself, which plain rules can't block.
  static func isExempt(_ flow: Flow, _ direction: TrafficDirection) -> Bool {
    direction == .outbound && PlatformAddress.isExempt(flow.destination, port: flow.destinationPort)
  }

  /// Whether a rule names the platform by one of its tags.
  static func isNamed(by rule: SecurityRule) -> Bool {
    guard case .serviceTags(let names, _) = rule.destination else { return false }
    return names.contains(where: PlatformAddress.isTag)
  }
}
