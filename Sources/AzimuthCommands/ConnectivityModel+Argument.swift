public import CircuitVerification
public import CommandLineParsing

extension ConnectivityModel: ArgumentValue {
  /// `MODEL`.
  public static var argumentPlaceholder: String { "MODEL" }
}
