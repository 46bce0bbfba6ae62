extension Program {
  /// Follows the words down to a command, fills its inputs and hands it over.
  func resolve(
    _ words: ArraySlice<String>, environment: [String: String], width: Int
  ) throws(UsageError) -> Outcome<Context> {
    var node = root
    var path = [root.name]
    var rest = words
    while case .group(let children) = node.content {
      guard let word = rest.popFirst() else { return try bare(node, path: path, width: width) }
      if word == "--help" || word == "-h" { return .print(helpText(path, width: width)) }
      if word == "--version", path.count == 1 { return .print("\(description.name) \(description.version)\n") }
      guard let child = children.first(where: { $0.name == word }) else {
        throw unknown(word, in: node, path: path)
      }
      node = child
      path.append(word)
    }
    guard case .command(let prepare) = node.content else { return .print(helpText(path, width: width)) }
    return try fill(prepare(), path: path, words: rest, environment: environment, width: width)
  }

  private func fill(
    _ command: PreparedCommand<Context>, path: [String], words: ArraySlice<String>, environment: [String: String],
    width: Int
  ) throws(UsageError) -> Outcome<Context> {
    let tokens = CommandLineScanner(words, inputs: command.slots.map(\.input)).tokens
    if tokens.contains(.help) { return .print(helpText(path, width: width)) }
    do {
      try InputFilling.fill(command.slots, from: tokens, environment: environment)
      try command.validate()
      switch command.action {
      case .run(let run): return .run(Invocation(path: path, helpLine: helpLine(path), run: run))
      case .print(let text): return .print(try text(self, width))
      }
    } catch {
      throw error.withHelpLine(helpLine(path))
    }
  }

  /// A group without a command: the program alone introduces itself, a group under it lacks a word.
  private func bare(_ node: CommandNode<Context>, path: [String], width: Int) throws(UsageError) -> Outcome<Context> {
    guard path.count > 1 else { return .print(helpText(path, width: width)) }
    throw .missingCommand(path: path, known: listedNames(of: node)).withHelpLine(helpLine(path))
  }

  private func unknown(_ word: String, in node: CommandNode<Context>, path: [String]) -> UsageError {
    let error: UsageError
    if word.hasPrefix("-") {
      let own = path.count == 1 ? ["--help", "--version"] : ["--help"]
      error = UsageError(
        .unknownOption, "unknown option '\(word)' before the command; a command's options follow it", allowed: own,
        closest: ClosestName.of(word, among: own))
    } else {
      let elsewhere = outline.listedDescendants.first { $0.path.count > 2 && $0.name == word }?.line
      error = .unknownCommand(word, path: path, known: listedNames(of: node), elsewhere: elsewhere)
    }
    return error.withHelpLine(helpLine(path))
  }

  private func listedNames(of node: CommandNode<Context>) -> [String] {
    node.children.filter { $0.visibility != .hidden }.map(\.name)
  }

  private func helpText(_ path: [String], width: Int) -> String {
    help(for: Array(path.dropFirst()), width: width) ?? ""
  }

  private func helpLine(_ path: [String]) -> String { (path + ["--help"]).joined(separator: " ") }
}

extension UsageError {
  /// The error, with this line as the next step unless it has one.
  func withHelpLine(_ line: String) -> UsageError {
    var error = self
    error.helpLine = error.helpLine ?? line
    return error
  }
}
