/// What is known while a word is being completed.
public struct CompletionRequest: Sendable, Hashable {
  /// What of the word is already there.
  public let prefix: String
  /// The words after the command that are positional arguments, before the cursor.
  public let arguments: [String]
  let options: [String: [String]]

  /// The values given so far to an option, by its name without dashes: `values(of: "snapshot")`.
  public func values(of option: String) -> [String] { options[option] ?? [] }
}
