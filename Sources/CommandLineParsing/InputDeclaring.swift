/// A property wrapper that declares inputs.
protocol InputDeclaring {
  func slots(label: String, section: String?) -> [InputSlot]
}
