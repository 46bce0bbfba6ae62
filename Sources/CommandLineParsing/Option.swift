/// An option with a value: `--port 443`, `--port=443`, `-p 443`, `-p443`.
///
/// ```swift
/// @Option("The port", short: "p") var port: Int = 443
/// @Option("Which way", placeholder: "WAY") var direction: Direction       // must be given
/// @Option("The day", environment: "AZIMUTH_AS_OF") var asOf: String?      // may be left out
/// @Option("A tag; may be given again") var tag: [String]
/// ```
/// The option's name is the property's, in lower case with dashes, unless one is given. Where the command line leaves
/// it out, the environment variable is read, and then the default holds. Reading a required option of a command that
/// wasn't parsed stops the program.
@propertyWrapper
public struct Option<Value: Sendable>: Sendable {
  private let box: ValueBox<Value>
  private let slot: InputSlot

  /// The option's value.
  public var wrappedValue: Value {
    get { box.value }
    nonmutating set { box.value = newValue }
  }

  /// An option that must be given.
  public init(
    _ help: String, name: String = "", short: Character? = nil, placeholder: String = "", environment: String? = nil,
    completion: Completion = .automatic
  ) where Value: ArgumentValue {
    let box = ValueBox<Value>()
    self.init(
      box, Self.input(Value.self, help, name, short, placeholder, environment, completion, .required),
      store: { text throws(ArgumentValueError) in box.value = try Value(argument: text) })
  }

  /// An option with a default.
  public init(
    wrappedValue: Value, _ help: String, name: String = "", short: Character? = nil, placeholder: String = "",
    environment: String? = nil, completion: Completion = .automatic
  ) where Value: ArgumentValue {
    let box = ValueBox(wrappedValue)
    var input = Self.input(Value.self, help, name, short, placeholder, environment, completion, .optional)
    input.defaultArgument = wrappedValue.argumentText
    self.init(box, input, store: { text throws(ArgumentValueError) in box.value = try Value(argument: text) })
  }

  /// An option that may be left out.
  public init<Wrapped: ArgumentValue>(
    wrappedValue: Value = nil, _ help: String, name: String = "", short: Character? = nil, placeholder: String = "",
    environment: String? = nil, completion: Completion = .automatic
  ) where Value == Wrapped? {
    let box = ValueBox<Value>(wrappedValue)
    self.init(
      box, Self.input(Wrapped.self, help, name, short, placeholder, environment, completion, .optional),
      store: { text throws(ArgumentValueError) in box.value = try Wrapped(argument: text) })
  }

  /// An option that may be given any number of times. Given values are added to `wrappedValue`.
  public init<Element: ArgumentValue>(
    wrappedValue: Value = [], _ help: String, name: String = "", short: Character? = nil, placeholder: String = "",
    environment: String? = nil, completion: Completion = .automatic
  ) where Value == [Element] {
    let box = ValueBox(wrappedValue)
    self.init(
      box, Self.input(Element.self, help, name, short, placeholder, environment, completion, .anyNumber),
      store: { text throws(ArgumentValueError) in box.append(try Element(argument: text)) })
  }

  private init(
    _ box: ValueBox<Value>, _ input: Input, store: @escaping @Sendable (String) throws(ArgumentValueError) -> Void
  ) {
    self.box = box
    slot = InputSlot(input: input, store: store)
  }

  private static func input<Single: ArgumentValue>(
    _ type: Single.Type, _ help: String, _ name: String, _ short: Character?, _ placeholder: String,
    _ environment: String?, _ completion: Completion, _ count: Input.Count
  ) -> Input {
    let allowed = Single.allowedArguments
    let listed = (1...4).contains(allowed.count) ? allowed.joined(separator: "|") : Single.argumentPlaceholder
    return Input(
      kind: .option, name: name, short: short, help: help, placeholder: placeholder.isEmpty ? listed : placeholder,
      allowed: allowed, count: count, environment: environment, completion: completion)
  }
}

extension Option: InputDeclaring {
  func slots(label: String, section: String?) -> [InputSlot] {
    [InputSlot(input: slot.input.named(after: label, section: section), store: slot.store)]
  }
}
