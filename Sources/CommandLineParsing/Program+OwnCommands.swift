extension Program {
  /// The commands that every program has: they are about the program itself.
  static func ownCommands(of program: String) -> [CommandNode<Context>] {
    [helpCommand, completionCommand(of: program), manualCommand]
  }

  private static var helpCommand: CommandNode<Context> {
    CommandNode(
      name: "help", summary: "Show help for a command.",
      content: .command {
        let inputs = HelpInputs()
        return PreparedCommand(
          slots: InputSlot.slots(of: inputs), validate: {},
          action: .print { program, width throws(UsageError) in try program.help(inputs.command, width: width) })
      }, visibility: .builtIn)
  }

  private static func completionCommand(of program: String) -> CommandNode<Context> {
    CommandNode(
      name: "completion", summary: "Print the script that completes words in a shell.",
      discussion: CompletionScript(program: program).installation,
      content: .command {
        let inputs = CompletionInputs()
        return PreparedCommand(
          slots: InputSlot.slots(of: inputs), validate: {},
          action: .print { program, _ in program.completionScript(for: inputs.shell) })
      }, visibility: .builtIn)
  }

  /// For packaging; `man` is what people use.
  private static var manualCommand: CommandNode<Context> {
    CommandNode(
      name: "__man", summary: "Print the manual page.",
      content: .command {
        PreparedCommand(slots: [], validate: {}, action: .print { program, _ in program.manualPage })
      }, visibility: .hidden)
  }

  /// Help for `path`; the error for an unknown word in it is the one that calling it would give.
  private func help(_ path: [String], width: Int) throws(UsageError) -> String {
    if let text = help(for: path, width: width) { return text }
    guard case .print(let text) = try resolve(path[...] + ["--help"], environment: [:], width: width) else { return "" }
    return text
  }
}
