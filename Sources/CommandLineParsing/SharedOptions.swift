/// Options that several commands have in common.
public protocol SharedOptions: Sendable {
  /// The heading under which help lists them: "Common options". The manual lists groups of one title once.
  static var title: String { get }
  /// The options with their defaults.
  init()
}
