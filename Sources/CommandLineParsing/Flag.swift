/// A switch without a value: `--explain`, `-v`. Giving it again changes nothing.
///
/// ```swift
/// @Flag("Say why each route was chosen") var explain: Bool
/// ```
@propertyWrapper
public struct Flag: Sendable {
  private let box = ValueBox(false)
  private let input: Input

  /// Whether the flag was given.
  public var wrappedValue: Bool {
    get { box.value }
    nonmutating set { box.value = newValue }
  }

  /// A flag; its name is the property's, in lower case with dashes, unless one is given.
  public init(_ help: String, name: String = "", short: Character? = nil) {
    input = Input(kind: .flag, name: name, short: short, help: help, placeholder: "", count: .optional)
  }
}

extension Flag: InputDeclaring {
  func slots(label: String, section: String?) -> [InputSlot] {
    let box = box
    return [InputSlot(input: input.named(after: label, section: section), store: { _ in box.value = true })]
  }
}
