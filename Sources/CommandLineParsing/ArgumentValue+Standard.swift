extension String: ArgumentValue {
  public init(argument: String) { self = argument }
  public static var placeholder: String { "TEXT" }
  public var argument: String { self }
}

extension Int: ArgumentValue {
  public init(argument: String) throws(ArgumentValueError) {
    guard let value = Int(argument) else { throw ArgumentValueError("expected a whole number") }
    self = value
  }
  public static var placeholder: String { "NUMBER" }
}

extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// The case with this raw value, compared without regard to case where none is equal, as Azure's own tools do.
  public init(argument: String) throws(ArgumentValueError) {
    if let exact = Self(rawValue: argument) {
      self = exact
      return
    }
    let folded = argument.lowercased()
    guard let value = Self.allCases.first(where: { $0.rawValue.lowercased() == folded }) else {
      throw ArgumentValueError("it isn't one of the allowed values")
    }
    self = value
  }
  public static var allowedArguments: [String] { allCases.map(\.rawValue) }
  public var argument: String { rawValue }
}
