public import AzureFacts
public import CommandLineParsing

extension Day: ArgumentValue {
  /// A day in the form `2026-11-21`.
  public init(argument: String) throws(ArgumentValueError) {
    guard let day = Day(argument) else { throw ArgumentValueError("expected a day such as 2026-11-21") }
    self = day
  }

  /// `DAY`.
  public static var argumentPlaceholder: String { "DAY" }
}
