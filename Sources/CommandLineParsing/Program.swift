/// A program with commands, each run in a context that the program supplies.
///
/// ``outcome(of:environment:width:)`` is a pure function from words to what is to be done, so that all of a command
/// line can be tested without a process.
public struct Program<Context: Sendable>: Sendable {
  /// What the program says about itself.
  public let description: ProgramDescription
  let root: CommandNode<Context>

  /// A program with these commands, and `help` and `completion` besides.
  public init(_ description: ProgramDescription, commands: [CommandNode<Context>]) {
    self.description = description
    root = CommandNode(
      name: description.name, summary: description.summary, discussion: description.discussion,
      examples: description.examples, content: .group(commands + Self.ownCommands(of: description.name)))
  }

  /// What the words after the program's name ask for.
  ///
  /// - Parameters:
  ///   - environment: read for options that the words leave out and that name a variable.
  ///   - width: columns of help's lines.
  public func outcome(of words: [String], environment: [String: String], width: Int = 80) -> Outcome<Context> {
    if words.first == Self.completionWord { return .complete(Array(words.dropFirst())) }
    do {
      return try resolve(words[...], environment: environment, width: width)
    } catch {
      return .fail(error)
    }
  }

  /// Help for the command or group under `path`, for the program without one; nil where there is no such command.
  public func help(for path: [String] = [], width: Int = 80) -> String? {
    outline.descendant(path).map { HelpText(outline: $0, program: description, width: width).text }
  }

  /// The manual page in roff: `man` shows it, all commands in it.
  public var manualPage: String {
    ManualPage(outline: outline, program: description).text
  }

  /// The script that teaches a shell to complete the program's words by asking it.
  public func completionScript(for shell: Shell) -> String {
    CompletionScript(program: description.name).text(for: shell)
  }

  /// The candidates for the last of `words`, which are those after the program's name up to the cursor.
  ///
  /// `context` is made only for candidates that have to be looked up; where it fails there are none.
  public func completions(
    of words: [String], in context: @escaping @Sendable () async throws -> Context
  ) async -> CompletionReply {
    await CompletionResolver(root: outline, context: context).reply(to: words)
  }

  /// The word before a command line whose last word is to be completed.
  static var completionWord: String { "__complete" }

  var outline: CommandOutline { root.outline(under: []) }
}
