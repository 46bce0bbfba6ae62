/// Whether a resource does what it is for.
public enum HealthVerdict: String, Sendable, Hashable {
  case healthy
  case faulty
  /// No check failed, but one of them could not be made.
  case indeterminate
}
