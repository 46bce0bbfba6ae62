/// Why a word isn't a value of the type that was asked for.
public struct ArgumentValueError: Error, Sendable, Hashable {
  /// What was expected, as the end of a sentence: "expected a whole number".
  public let reason: String

  /// An error with this reason.
  public init(_ reason: String) { self.reason = reason }
}
