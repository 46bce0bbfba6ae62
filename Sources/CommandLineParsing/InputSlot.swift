/// A declared input of one command value, with the way to fill it.
struct InputSlot: Sendable {
  let input: Input
  let store: @Sendable (String) throws(ArgumentValueError) -> Void

  /// The inputs that `value` declares with property wrappers, in order.
  static func slots(of value: Any, section: String? = nil) -> [InputSlot] {
    Mirror(reflecting: value).children.flatMap { child in
      (child.value as? any InputDeclaring)?.slots(label: child.label ?? "", section: section) ?? []
    }
  }
}
