public import CommandLineParsing
public import HybridConnectivity

extension PeeringType: ArgumentValue {
  /// `private`, `microsoft`, `public`, or Azure's own names.
  public init(argument: String) throws(ArgumentValueError) {
    guard let type = PeeringType(name: argument) else {
      throw ArgumentValueError("expected private, microsoft or public")
    }
    self = type
  }

  /// `PEERING`.
  public static var argumentPlaceholder: String { "PEERING" }
}
