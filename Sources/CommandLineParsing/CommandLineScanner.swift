/// Splits the words after a command into options and arguments, without judging them.
struct CommandLineScanner {
  enum Token: Sendable, Hashable {
    /// A value for the option at this index of the inputs.
    case value(index: Int, String)
    case flag(index: Int)
    case argument(String)
    case help
    /// A flag with `=value`.
    case unexpectedValue(index: Int, String)
    /// An option without a value, and the word that stands in its place.
    case missingValue(index: Int, next: String?)
    case unknown(String)
  }

  private let inputs: [Input]
  private(set) var tokens: [Token] = []
  /// Whether `--` was met: all that follows is an argument.
  private(set) var optionsEnded = false

  /// The scan of `words` for these inputs.
  ///
  /// - Complexity: O(words × inputs).
  init(_ words: ArraySlice<String>, inputs: [Input]) {
    self.inputs = inputs
    var rest = words
    while let word = rest.popFirst() {
      if optionsEnded || Self.isArgument(word) {
        tokens.append(.argument(word))
      } else if word == "--" {
        optionsEnded = true
      } else if word.hasPrefix("--") {
        scanLong(word, &rest)
      } else {
        scanShort(word, &rest)
      }
    }
  }

  /// Whether a word is an argument by its looks: no dash, a dash alone (standard input), or a negative number.
  static func isArgument(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-" else { return true }
    return word.dropFirst().first.map { $0.isASCII && $0.isNumber } ?? false
  }

  private mutating func scanLong(_ word: String, _ rest: inout ArraySlice<String>) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let value = parts.count == 2 ? String(parts[1]) : nil
    if name == "help", value == nil {
      tokens.append(.help)
      return
    }
    guard let index = inputs.firstIndex(where: { $0.kind != .argument && $0.name == name }) else {
      tokens.append(.unknown("--" + name))
      return
    }
    switch (inputs[index].kind, value) {
    case (.flag, nil): tokens.append(.flag(index: index))
    case (.flag, let value?): tokens.append(.unexpectedValue(index: index, value))
    case (_, let value?): tokens.append(.value(index: index, value))
    case (_, nil): takeValue(index, &rest)
    }
  }

  /// One dash: flags may stand together, and the last may be an option with its value attached.
  private mutating func scanShort(_ word: String, _ rest: inout ArraySlice<String>) {
    var letters = word.dropFirst()
    // `-output` is a slip for `--output`, not the value "utput" for `-o`.
    if letters.count > 1, inputs.contains(where: { $0.kind != .argument && $0.name == letters }) {
      tokens.append(.unknown(word))
      return
    }
    while let letter = letters.popFirst() {
      if letter == "h" {
        tokens.append(.help)
        continue
      }
      guard let index = inputs.firstIndex(where: { $0.short == letter }) else {
        tokens.append(.unknown(word))
        return
      }
      if inputs[index].kind == .flag {
        tokens.append(.flag(index: index))
        continue
      }
      if letters.isEmpty {
        takeValue(index, &rest)
      } else {
        tokens.append(.value(index: index, String(letters.first == "=" ? letters.dropFirst() : letters)))
      }
      return
    }
  }

  private mutating func takeValue(_ index: Int, _ rest: inout ArraySlice<String>) {
    guard let next = rest.first, Self.isArgument(next) else {
      tokens.append(.missingValue(index: index, next: rest.first))
      return
    }
    rest.removeFirst()
    tokens.append(.value(index: index, next))
  }
}
