internal import Estate
internal import Glibc
internal import JSONReading

/// Gives a file's bytes piece by piece.
///
/// A file larger than a piece is mapped: no byte of it is copied. Pipes and small files are read.
struct PieceReader {
  private let descriptor: Int32
  private let path: String
  private let pieceSize: Int
  private let mapping: FileMapping?
  /// Where the last piece begins, of a mapped file.
  private var start = 0
  /// The last piece, of a file that is read.
  private var read: [UInt8] = []
  private var count = 0

  /// - Parameters:
  ///   - path: The file as the user named it, for errors.
  ///   - pieceSize: Bytes of the first piece, and how many more each further one has beyond what it repeats.
  init(_ descriptor: Int32, path: String, pieceSize: Int) {
    self.descriptor = descriptor
    self.path = path
    self.pieceSize = pieceSize
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let isUnread = isFile && lseek(descriptor, 0, SEEK_CUR) == 0
    mapping =
      isUnread && Int(status.st_size) > pieceSize
      ? FileMapping(descriptor, count: Int(status.st_size), padding: JSONParser.padding) : nil
  }

  /// The next piece: it begins with the bytes of the last one from `done` on.
  ///
  /// - Throws: `SnapshotError` where the system can't read the file.
  mutating func next(after done: Int) throws(SnapshotError) -> (TextPiece, isLast: Bool) {
    if let mapping {
      start += done
      count = min(count - done + pieceSize, mapping.count - start)
      return (TextPiece(TextBytes(mapping, from: start), count: count), start + count == mapping.count)
    }
    let carried = read[done..<count]
    var got = 0
    var failure: SnapshotError?
    let bytes = [UInt8](unsafeUninitializedCapacity: carried.count + pieceSize + JSONParser.padding) { buffer, used in
      used = buffer.initialize(fromContentsOf: carried)
      while got < pieceSize, failure == nil, let base = buffer.baseAddress {
        let count = Glibc.read(descriptor, base + used + got, pieceSize - got)
        if count == 0 { break }
        if count > 0 { got += count } else if errno != EINTR { failure = SnapshotError(path: path, errno: errno) }
      }
      used += got
      used = buffer[used..<used + JSONParser.padding].initialize(fromContentsOf: Self.padding)
    }
    if let failure { throw failure }
    count = carried.count + got
    read = bytes
    return (TextPiece(TextBytes(bytes), count: count), got < pieceSize)
  }

  private static let padding = [UInt8](repeating: 0, count: JSONParser.padding)
}
