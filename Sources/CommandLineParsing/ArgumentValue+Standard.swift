extension String: ArgumentValue {
  /// Any word is text.
  public init(argument: String) { self = argument }
  /// `TEXT`.
  public static var argumentPlaceholder: String { "TEXT" }
  /// The text itself.
  public var argumentText: String { self }
}

extension Int: ArgumentValue {
  /// The number in decimal digits, with a sign or without.
  public init(argument: String) throws(ArgumentValueError) {
    guard let value = Int(argument) else { throw ArgumentValueError("expected a whole number") }
    self = value
  }
  /// `NUMBER`.
  public static var argumentPlaceholder: String { "NUMBER" }
}

extension UInt64: ArgumentValue {
  /// The number in decimal digits.
  public init(argument: String) throws(ArgumentValueError) {
    guard let value = UInt64(argument) else { throw ArgumentValueError("expected a whole number, 0 or more") }
    self = value
  }
  /// `NUMBER`.
  public static var argumentPlaceholder: String { "NUMBER" }
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
  /// The raw values, in the order of the cases.
  public static var allowedArguments: [String] { allCases.map(\.rawValue) }
  /// The raw value.
  public var argumentText: String { rawValue }
}
