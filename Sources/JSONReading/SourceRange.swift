/// Where in a snapshot's text a value lies.
public struct SourceRange: Sendable, Hashable {
  /// The index of the file among those that were read.
  public let file: Int32
  /// Bytes from the start of the file.
  public let offset: Int
  /// Bytes.
  public let length: Int

  public init(file: Int32, offset: Int, length: Int) {
    self.file = file
    self.offset = offset
    self.length = length
  }
}
