/// Fills a command's inputs from scanned words, then from the environment, and finds what is missing.
struct InputFilling {
  private struct Assignment {
    let index: Int
    let text: String
    let variable: String?
  }

  private let slots: [InputSlot]
  private var assignments: [Assignment] = []
  private var given: Set<Int> = []

  /// Fills `slots`; throws the first fault in the order: words as written, environment, values, what is missing.
  static func fill(
    _ slots: [InputSlot], from tokens: [CommandLineScanner.Token], environment: [String: String]
  ) throws(UsageError) {
    var filling = InputFilling(slots: slots)
    try filling.takeOptions(tokens)
    try filling.takeArguments(tokens)
    filling.takeEnvironment(environment)
    try filling.store()
    for (index, slot) in slots.enumerated() where slot.input.isRequired && !filling.given.contains(index) {
      throw .missing(slot.input)
    }
  }

  private init(slots: [InputSlot]) { self.slots = slots }

  private mutating func takeOptions(_ tokens: [CommandLineScanner.Token]) throws(UsageError) {
    for token in tokens {
      switch token {
      case .argument, .help: break
      case .flag(let index): assign(index, "")
      case .value(let index, let text):
        let input = slots[index].input
        if given.contains(index), !input.isRepeatable { throw .repeated(input) }
        assign(index, text)
      case .unexpectedValue(let index, let text): throw .unexpectedValue(slots[index].input, text)
      case .missingValue(let index, let next): throw .missingValue(slots[index].input, before: next)
      case .unknown(let word): throw .unknownOption(word, known: slots.map(\.input))
      }
    }
  }

  private mutating func takeArguments(_ tokens: [CommandLineScanner.Token]) throws(UsageError) {
    var words = tokens.compactMap { token in if case .argument(let word) = token { word } else { nil } }[...]
    let places = slots.indices.filter { slots[$0].input.kind == .argument }
    for index in places {
      if slots[index].input.isRepeatable {
        while let word = words.popFirst() { assign(index, word) }
      } else if let word = words.popFirst() {
        assign(index, word)
      }
    }
    if !words.isEmpty { throw .extra(Array(words), accepted: places.count) }
  }

  private mutating func takeEnvironment(_ environment: [String: String]) {
    for (index, slot) in slots.enumerated() where !given.contains(index) {
      guard let variable = slot.input.environment, let text = environment[variable], !text.isEmpty else { continue }
      assign(index, text, variable: variable)
    }
  }

  private mutating func assign(_ index: Int, _ text: String, variable: String? = nil) {
    assignments.append(Assignment(index: index, text: text, variable: variable))
    given.insert(index)
  }

  private func store() throws(UsageError) {
    for assignment in assignments {
      let slot = slots[assignment.index]
      do {
        try slot.store(assignment.text)
      } catch {
        throw .invalidValue(
          assignment.text, for: slot.input, variable: assignment.variable, reason: error.reason)
      }
    }
  }
}
