public import CommandLineParsing
public import PacketCounts

extension EdgeRouter: ArgumentValue {
  /// `PATH`.
  public static var argumentPlaceholder: String { "PATH" }
}
