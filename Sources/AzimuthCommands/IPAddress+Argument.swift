public import CommandLineParsing
public import IPAddressing

extension IPAddress: ArgumentValue {
  /// An IPv4 or IPv6 address.
  public init(argument: String) throws(ArgumentValueError) {
    do throws(AddressParseError) {
      self = try IPAddress(argument)
    } catch {
      throw ArgumentValueError("\(error)")
    }
  }

  /// `ADDRESS`.
  public static var argumentPlaceholder: String { "ADDRESS" }
}
