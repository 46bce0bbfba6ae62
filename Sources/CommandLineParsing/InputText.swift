/// How one input reads in help and in the manual.
enum InputText {
  /// `-o, --output FORMAT`, `    --port NUMBER`, `SOURCE`.
  static func label(_ input: Input) -> String {
    switch input.kind {
    case .argument: input.placeholder
    case .flag: names(input)
    case .option: names(input) + " " + input.placeholder
    }
  }

  /// The help with all that follows from the declaration: allowed values, default, repetition, environment variable.
  static func description(_ input: Input) -> String {
    var sentences = [sentence(input.help)]
    let placeholder = input.allowed.joined(separator: "|")
    if !input.allowed.isEmpty, input.placeholder != placeholder {
      sentences.append("Allowed: \(input.allowed.joined(separator: ", ")).")
    }
    if let value = input.defaultArgument, !value.isEmpty { sentences.append("Default: \(value).") }
    switch (input.kind, input.isRepeatable) {
    case (.option, true): sentences.append("May be given more than once.")
    case (.option, false) where input.isRequired: sentences.append("Required.")
    case (.argument, true): sentences.append(input.isRequired ? "One or more." : "Any number.")
    default: break
    }
    if let variable = input.environment { sentences.append("Environment: \(variable).") }
    return sentences.joined(separator: " ")
  }

  private static func names(_ input: Input) -> String {
    (input.short.map { "-\($0), " } ?? "    ") + input.title
  }

  private static func sentence(_ text: String) -> String {
    text.last.map { ".?!".contains($0) } ?? true ? text : text + "."
  }
}
