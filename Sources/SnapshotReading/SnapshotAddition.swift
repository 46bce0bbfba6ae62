/// A text in memory that is read with a snapshot's files, before them: what it says counts first.
public struct SnapshotAddition: Sendable, Hashable {
  /// The name by which places in it are printed.
  public let name: String
  /// JSON in any of the forms that files have.
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
