/// What is declared about one argument, option or flag: all that help, the manual and completions need to know.
struct Input: Sendable {
  enum Kind: Sendable {
    case argument
    case option
    case flag
  }

  enum Count: Sendable {
    case optional
    case required
    case anyNumber
    case oneOrMore
  }

  var kind: Kind
  /// In a command line: `resource-group`. Empty until the property's label is known.
  var name: String
  var short: Character?
  var help: String
  var placeholder: String
  var allowed: [String] = []
  var count: Count
  var defaultArgument: String?
  var environment: String?
  var completion: Completion = .automatic
  /// The heading under which help lists it; nil for the command's own.
  var section: String?

  var isRepeatable: Bool { count == .anyNumber || count == .oneOrMore }
  var isRequired: Bool { count == .required || count == .oneOrMore }

  /// As messages name it: `--resource-group`, `SOURCE`.
  var title: String { kind == .argument ? placeholder : "--" + name }

  /// As a usage line has it: `SOURCE`, `[TARGET...]`, `--direction inbound|outbound`.
  var usage: String {
    let word = kind == .option ? "\(title) \(placeholder)" : title
    let repeated = isRepeatable ? word + "..." : word
    return isRequired ? repeated : "[\(repeated)]"
  }
}

extension Input {
  /// `resourceGroup` as words of a command line: `resource-group`.
  static func dashed(_ label: String) -> String {
    var result = ""
    let characters = Array(label)
    for (index, character) in characters.enumerated() {
      let startsWord =
        character.isUppercase && index > 0
        && (!characters[index - 1].isUppercase
          || index + 1 < characters.count && characters[index + 1].isLowercase)
      if startsWord { result.append("-") }
      result += character.lowercased()
    }
    return result
  }

  /// The input under the name that its property gives it, unless it has one of its own.
  func named(after label: String, section: String?) -> Input {
    let property = label.first == "_" ? String(label.dropFirst()) : label
    var input = self
    if input.name.isEmpty { input.name = Self.dashed(property) }
    if kind == .argument, input.placeholder.isEmpty { input.placeholder = input.name.uppercased() }
    input.section = input.section ?? section
    return input
  }
}
