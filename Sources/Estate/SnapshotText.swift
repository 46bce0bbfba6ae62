public import JSONReading

/// The text of a snapshot, as it was read: answers quote it, and resources are given back from it.
///
/// It is held in the pieces in which it came, so that neither reading nor keeping it needs one block of its size.
public struct SnapshotText: Sendable {
  /// One file.
  public struct File: Sendable {
    /// The path as the user gave it, or `-` for standard input.
    public let path: String
    /// How the file itself is written; its pieces are UTF-8.
    public let encoding: Encoding
    var pieces: [Piece] = []
  }

  /// The encodings that files come in.
  public enum Encoding: Sendable {
    case utf8
    /// With a byte-order mark, which the pieces leave out.
    case utf16
  }

  /// Consecutive bytes of a file, with padding behind them.
  struct Piece: Sendable {
    let offset: Int
    let bytes: TextBytes
    let count: Int
  }

  public private(set) var files: [File] = []

  public init() {}

  /// Adds a file and gives its index.
  public mutating func addFile(path: String, encoding: Encoding = .utf8) -> Int32 {
    files.append(File(path: path, encoding: encoding))
    return Int32(files.count - 1)
  }

  /// Adds the next bytes of a file. Pieces come in the order of their offsets; a value lies whole in one of them.
  ///
  /// - Parameters:
  ///   - bytes: The bytes and `JSONParser.padding` more.
  ///   - count: How many of them are the file's.
  public mutating func addPiece(_ bytes: TextBytes, count: Int, at offset: Int, file: Int32) {
    files[Int(file)].pieces.append(Piece(offset: offset, bytes: bytes, count: count))
  }

  /// The bytes of a value.
  ///
  /// - Complexity: O(log pieces).
  public func withBytes<Result>(of range: SourceRange, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    guard let piece = piece(of: range) else { return nil }
    return piece.bytes.withUnsafeBytes {
      let start = range.offset - piece.offset
      return body(UnsafeRawBufferPointer(rebasing: $0[start..<start + range.length]))
    }
  }

  /// Whether two values are the same, byte by byte.
  ///
  /// - Complexity: O(length).
  public func haveSameContent(_ first: SourceRange, _ second: SourceRange) -> Bool {
    guard first.length == second.length else { return false }
    return withBytes(of: first) { left in
      withBytes(of: second) { right in left.elementsEqual(right) } ?? false
    } ?? false
  }

  /// A place as people write it: path and line.
  ///
  /// - Complexity: O(bytes before the place): only for messages.
  public func place(of range: SourceRange) -> String {
    let file = files[Int(range.file)]
    var line = 1
    var counted = 0
    for piece in file.pieces where piece.offset < range.offset {
      let start = max(counted - piece.offset, 0)
      let end = min(range.offset - piece.offset, piece.count)
      guard start < end else { continue }
      line += piece.bytes.withUnsafeBytes { $0[start..<end].count { $0 == UInt8(ascii: "\n") } }
      counted = piece.offset + end
    }
    return "\(file.path):\(line)"
  }

  private func piece(of range: SourceRange) -> Piece? {
    let pieces = files[Int(range.file)].pieces
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].offset <= range.offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let found = pieces[low - 1]
    return range.offset + range.length <= found.offset + found.count ? found : nil
  }
}
