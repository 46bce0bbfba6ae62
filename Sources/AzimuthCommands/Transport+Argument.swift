public import CommandLineParsing
public import PathAnalysis

extension Packet.Transport: ArgumentValue {
  /// `PROTOCOL`.
  public static var argumentPlaceholder: String { "PROTOCOL" }
}
