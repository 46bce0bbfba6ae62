/// Whether an effective route takes traffic, in Azure's words.
public enum EffectiveRouteState: String, Sendable, Hashable {
  case active = "Active"
  case invalid = "Invalid"
}
