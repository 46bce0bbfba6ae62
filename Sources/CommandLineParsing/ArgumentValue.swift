/// A type that can be read from one word of a command line.
///
/// An enum of strings that lists its cases conforms by saying so; the words it allows then appear in help, completions
/// and error messages.
public protocol ArgumentValue: Sendable {
  /// The value that `argument` stands for; throws what was expected instead.
  init(argument: String) throws(ArgumentValueError)
  /// The words allowed, in the order in which help lists them; empty where there are too many to list.
  static var allowedArguments: [String] { get }
  /// What stands for the value in a usage line, in capitals.
  static var argumentPlaceholder: String { get }
  /// The word that reads back as this value.
  var argumentText: String { get }
}

extension ArgumentValue {
  /// No list.
  public static var allowedArguments: [String] { [] }
  /// `VALUE`.
  public static var argumentPlaceholder: String { "VALUE" }
  /// The value's description.
  public var argumentText: String { String(describing: self) }
}
