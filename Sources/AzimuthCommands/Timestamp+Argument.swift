public import CommandLineParsing
public import HybridConnectivity

extension Timestamp: ArgumentValue {
  /// A moment such as `2026-05-29T10:11:12Z`, or a day.
  public init(argument: String) throws(ArgumentValueError) {
    guard let moment = Timestamp(argument) else {
      throw ArgumentValueError("expected a time such as 2026-05-29T10:11:12Z, or a day")
    }
    self = moment
  }

  /// `TIME`.
  public static var argumentPlaceholder: String { "TIME" }
}
