public import CommandLineParsing
public import Migration

extension MigrateCloud: ArgumentValue {
  /// `CLOUD`.
  public static var argumentPlaceholder: String { "CLOUD" }
}
