/// What `completion` takes.
struct CompletionInputs: Sendable {
  @Argument("The shell") var shell: Shell
}
