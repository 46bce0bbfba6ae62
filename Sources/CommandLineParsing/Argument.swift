/// A positional argument of a command.
///
/// ```swift
/// @Argument("Where the packet starts") var source: String
/// @Argument("The snapshot's time", placeholder: "DAY") var day: String?
/// @Argument("What to probe", placeholder: "TARGET") var targets: [String]   // one or more
/// ```
/// Its placeholder is the property's name in capitals unless one is given. Reading a required argument of a command
/// that wasn't parsed stops the program.
@propertyWrapper
public struct Argument<Value: Sendable>: Sendable {
  private let box: ValueBox<Value>
  private let slot: InputSlot

  /// The argument's value.
  public var wrappedValue: Value {
    get { box.value }
    nonmutating set { box.value = newValue }
  }

  /// An argument that must be given.
  public init(_ help: String, placeholder: String = "", completion: Completion = .automatic)
  where Value: ArgumentValue {
    let box = ValueBox<Value>()
    self.init(
      box, Self.input(Value.self, help, placeholder, completion, .required),
      store: { text throws(ArgumentValueError) in box.value = try Value(argument: text) })
  }

  /// An argument with a default.
  public init(wrappedValue: Value, _ help: String, placeholder: String = "", completion: Completion = .automatic)
  where Value: ArgumentValue {
    let box = ValueBox(wrappedValue)
    var input = Self.input(Value.self, help, placeholder, completion, .optional)
    input.defaultArgument = wrappedValue.argumentText
    self.init(box, input, store: { text throws(ArgumentValueError) in box.value = try Value(argument: text) })
  }

  /// An argument that may be left out.
  public init<Wrapped: ArgumentValue>(
    _ help: String, placeholder: String = "", completion: Completion = .automatic
  ) where Value == Wrapped? {
    let box = ValueBox<Value>(.some(nil))
    self.init(
      box, Self.input(Wrapped.self, help, placeholder, completion, .optional),
      store: { text throws(ArgumentValueError) in box.value = try Wrapped(argument: text) })
  }

  /// All arguments from here on, one at least.
  public init<Element: ArgumentValue>(
    _ help: String, placeholder: String = "", completion: Completion = .automatic
  ) where Value == [Element] {
    let box = ValueBox<Value>()
    self.init(
      box, Self.input(Element.self, help, placeholder, completion, .oneOrMore),
      store: { text throws(ArgumentValueError) in box.append(try Element(argument: text)) })
  }

  /// All arguments from here on; there may be none. Given ones are added to `wrappedValue`, commonly `[]`.
  public init<Element: ArgumentValue>(
    wrappedValue: Value, _ help: String, placeholder: String = "", completion: Completion = .automatic
  ) where Value == [Element] {
    let box = ValueBox(wrappedValue)
    self.init(
      box, Self.input(Element.self, help, placeholder, completion, .anyNumber),
      store: { text throws(ArgumentValueError) in box.append(try Element(argument: text)) })
  }

  private init(
    _ box: ValueBox<Value>, _ input: Input, store: @escaping @Sendable (String) throws(ArgumentValueError) -> Void
  ) {
    self.box = box
    slot = InputSlot(input: input, store: store)
  }

  private static func input<Single: ArgumentValue>(
    _ type: Single.Type, _ help: String, _ placeholder: String, _ completion: Completion, _ count: Input.Count
  ) -> Input {
    Input(
      kind: .argument, name: "", help: help, placeholder: placeholder, allowed: Single.allowedArguments, count: count,
      completion: completion)
  }
}

extension Argument: InputDeclaring {
  func slots(label: String, section: String?) -> [InputSlot] {
    [InputSlot(input: slot.input.named(after: label, section: section), store: slot.store)]
  }
}
