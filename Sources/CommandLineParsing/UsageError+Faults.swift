extension UsageError {
  static func unknownOption(_ word: String, known: [Input]) -> UsageError {
    let names = known.filter { $0.kind != .argument }.map(\.title) + ["--help"]
    let closest = ClosestName.of(word, among: names)
    return UsageError(
      .unknownOption, "unknown option '\(word)'", allowed: closest == nil ? names : [], closest: closest)
  }

  static func repeated(_ input: Input) -> UsageError {
    UsageError(.repeatedOption, "option '\(input.title)' may be given only once")
  }

  static func missingValue(_ input: Input, before next: String?) -> UsageError {
    let hint = next.map { "; a value that begins with '-' is written \(input.title)=\($0)" } ?? ""
    return UsageError(
      .missingValue, "option '\(input.title)' needs a value, \(input.placeholder)\(hint)", allowed: input.allowed)
  }

  static func unexpectedValue(_ input: Input, _ value: String) -> UsageError {
    UsageError(.unexpectedValue, "option '\(input.title)' takes no value, but '\(value)' was given")
  }

  static func invalidValue(_ value: String, for input: Input, variable: String?, reason: String) -> UsageError {
    let own = input.kind == .argument ? "argument" : "option"
    let place = variable.map { "environment variable '\($0)', read for \(input.title)," } ?? "\(own) '\(input.title)'"
    return UsageError(
      .invalidValue, "\(place) can't be '\(value)': \(reason)", allowed: input.allowed,
      closest: ClosestName.of(value, among: input.allowed))
  }

  static func missing(_ input: Input) -> UsageError {
    switch input.kind {
    case .argument: UsageError(.missingArgument, "argument '\(input.title)' is missing: \(input.help)")
    case .option, .flag:
      UsageError(
        .missingOption, "option '\(input.title) \(input.placeholder)' is required: \(input.help)",
        allowed: input.allowed)
    }
  }

  static func extra(_ words: [String], accepted: Int) -> UsageError {
    let list = words.map { "'\($0)'" }.joined(separator: ", ")
    let limit =
      switch accepted {
      case 0: "the command takes no arguments"
      case 1: "the command takes one argument"
      default: "the command takes \(accepted) arguments"
      }
    return UsageError(.extraArgument, "unexpected \(words.count == 1 ? "argument" : "arguments") \(list); \(limit)")
  }

  static func unknownCommand(_ word: String, path: [String], known: [String], elsewhere: String?) -> UsageError {
    let place = path.count > 1 ? " of '\(path.joined(separator: " "))'" : ""
    return UsageError(
      .unknownCommand, "unknown command '\(word)'\(place)", allowed: known,
      closest: ClosestName.of(word, among: known) ?? elsewhere)
  }

  static func missingCommand(path: [String], known: [String]) -> UsageError {
    UsageError(.missingCommand, "'\(path.joined(separator: " "))' needs a command", allowed: known)
  }
}
