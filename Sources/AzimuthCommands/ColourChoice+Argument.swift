public import CommandLineParsing
public import TerminalText

extension ColourChoice: ArgumentValue {
  /// `WHEN`.
  public static var argumentPlaceholder: String { "WHEN" }
}
