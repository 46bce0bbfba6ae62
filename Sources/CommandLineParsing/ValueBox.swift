import Synchronization

/// The value behind a property wrapper: the parser reaches the wrappers through copies, so they share a reference.
final class ValueBox<Value: Sendable>: Sendable {
  private let storage: Mutex<Value?>

  init(_ value: Value? = nil) { storage = Mutex(value) }

  /// The value. Reading a required one before parsing is a fault of the program, not of its user.
  var value: Value {
    get {
      guard let value = storage.withLock({ $0 }) else {
        preconditionFailure("A required argument or option was read from a command that was not parsed")
      }
      return value
    }
    set { storage.withLock { $0 = newValue } }
  }
}

extension ValueBox {
  /// Appends to a list in one step.
  func append<Element: Sendable>(_ element: Element) where Value == [Element] {
    storage.withLock { $0 = ($0 ?? []) + [element] }
  }
}
