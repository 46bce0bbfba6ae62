public import CommandLineParsing
public import Reporting

extension OutputFormat: ArgumentValue {
  /// `FORMAT`.
  public static var argumentPlaceholder: String { "FORMAT" }
}
