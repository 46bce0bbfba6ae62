extension Program {
  /// What is wrong with the declarations themselves, for a test of the program: names used twice, arguments that can
  /// never be filled, short names that can't be typed. Empty for a sound program.
  ///
  /// - Complexity: O(commands × inputs²).
  public var declarationFaults: [String] {
    Self.faults(in: outline)
  }

  private static func faults(in outline: CommandOutline) -> [String] {
    let here =
      repeated(outline.children.map(\.name), "command")
      + repeated(outline.options.map(\.title) + ["--help"], "option")
      + repeated(outline.options.compactMap(\.short).map { "-\($0)" } + ["-h"], "option")
      + argumentFaults(outline.arguments) + shortFaults(outline.options)
      + (outline.summary.isEmpty ? ["there is no summary"] : [])
      + outline.inputs.filter(\.help.isEmpty).map { "'\($0.title)' has no help" }
    return here.map { "\(outline.line): \($0)" } + outline.children.flatMap { faults(in: $0) }
  }

  private static func repeated(_ names: [String], _ sort: String) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }.map { "\(sort) '\($0)' is declared twice" }
  }

  private static func argumentFaults(_ arguments: [Input]) -> [String] {
    zip(arguments, arguments.dropFirst()).compactMap { argument, next in
      if argument.isRepeatable { return "argument '\(next.title)' stands after the repeatable '\(argument.title)'" }
      if !argument.isRequired, next.isRequired {
        return "argument '\(next.title)' is required, but stands after the optional '\(argument.title)'"
      }
      return nil
    }
  }

  private static func shortFaults(_ options: [Input]) -> [String] {
    options.compactMap { option in
      option.short.flatMap { $0.isASCII && $0.isLetter ? nil : "short name '-\($0)' isn't a letter" }
    }
  }
}
