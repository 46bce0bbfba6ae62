/// Embeds the options of a ``SharedOptions`` type in a command.
///
/// ```swift
/// @OptionGroup var common: CommonOptions
/// ```
@propertyWrapper
public struct OptionGroup<Group: SharedOptions>: Sendable {
  /// The group, filled when the command is parsed.
  public let wrappedValue: Group

  /// A fresh group.
  public init() { wrappedValue = Group() }
}

extension OptionGroup: InputDeclaring {
  func slots(label: String, section: String?) -> [InputSlot] {
    InputSlot.slots(of: wrappedValue, section: Group.title)
  }
}
