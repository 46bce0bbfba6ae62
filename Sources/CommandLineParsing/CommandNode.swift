/// A command, or a group of commands under one word, in a program's tree.
public struct CommandNode<Context: Sendable>: Sendable {
  enum Content: Sendable {
    case group([CommandNode])
    case command(@Sendable () -> PreparedCommand<Context>)
  }

  let name: String
  let summary: String
  let discussion: String
  let examples: [Example]
  let content: Content
  let visibility: CommandOutline.Visibility

  /// A command of this type.
  public static func command<Type: Command>(_ type: Type.Type) -> CommandNode where Type.Context == Context {
    CommandNode(
      name: Type.name, summary: Type.summary, discussion: Type.discussion, examples: Type.examples,
      content: .command {
        let command = Type()
        return PreparedCommand(
          slots: InputSlot.slots(of: command),
          validate: { () throws(UsageError) in try command.validate() },
          action: .run { context in try await command.run(in: context) })
      })
  }

  /// Commands under a common word, as `snapshot info` is under `snapshot`.
  public static func group(
    _ name: String, summary: String, discussion: String = "", _ commands: [CommandNode]
  ) -> CommandNode {
    CommandNode(name: name, summary: summary, discussion: discussion, content: .group(commands))
  }

  init(
    name: String, summary: String, discussion: String = "", examples: [Example] = [], content: Content,
    visibility: CommandOutline.Visibility = .listed
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.content = content
    self.visibility = visibility
  }
}

extension CommandNode {
  /// The commands under this word; none for a command.
  var children: [CommandNode] {
    guard case .group(let children) = content else { return [] }
    return children
  }

  /// The node as documentation sees it, under the words of `parents`.
  func outline(under parents: [String]) -> CommandOutline {
    var outline = CommandOutline(
      path: parents + [name], summary: summary, discussion: discussion, examples: examples, visibility: visibility)
    switch content {
    case .group(let children): outline.children = children.map { $0.outline(under: outline.path) }
    case .command(let prepare): outline.inputs = prepare().slots.map(\.input)
    }
    return outline
  }
}
