/// What a program says about itself.
public struct ProgramDescription: Sendable, Hashable {
  /// The word that calls it.
  public let name: String
  /// A semantic version.
  public let version: String
  /// The day of the version, `2026-11-21`: the manual's date.
  public let released: String
  /// What it is for, as one sentence.
  public let summary: String
  /// What else there is to know; see ``Command/discussion``.
  public var discussion = ""
  /// Lines worth copying.
  public var examples: [Example] = []
  /// The exit codes and what each means.
  public var exitCodes: [Definition] = []
  /// The environment variables and what each does.
  public var environment: [Definition] = []

  /// A description without examples and footers.
  public init(name: String, version: String, released: String, summary: String) {
    self.name = name
    self.version = version
    self.released = released
    self.summary = summary
  }
}
