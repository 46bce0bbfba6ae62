/// A fresh command value with what the parser does to it.
struct PreparedCommand<Context: Sendable>: Sendable {
  enum Action: Sendable {
    case run(@Sendable (Context) async throws -> ExitCode)
    /// Text about the program itself, for lines of this many columns.
    case print(@Sendable (Program<Context>, _ width: Int) throws(UsageError) -> String)
  }

  let slots: [InputSlot]
  let validate: @Sendable () throws(UsageError) -> Void
  let action: Action
}
