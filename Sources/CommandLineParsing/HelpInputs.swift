/// What `help` takes.
struct HelpInputs: Sendable {
  @Argument("The command, with its group", placeholder: "COMMAND") var command: [String] = []
}
