/// Whether a connection works.
public enum Verdict: String, Sendable, Hashable {
  case reachable
  case blocked
  case indeterminate
}
