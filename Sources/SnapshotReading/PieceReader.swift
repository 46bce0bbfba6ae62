internal import Estate
internal import Glibc
internal import JSONReading

/// Gives a file's bytes piece by piece.
struct PieceReader {
  private let descriptor: Int32
  private let path: String
  private let pieceSize: Int
  /// The last piece.
  private var read: [UInt8] = []
  private var count = 0

  /// - Parameters:
  ///   - path: The file as the user named it, for errors.
  ///   - pieceSize: Bytes of the first piece, and how many more each further one has beyond what it repeats.
  init(_ descriptor: Int32, path: String, pieceSize: Int) {
    self.descriptor = descriptor
    self.path = path
    self.pieceSize = pieceSize
  }

  /// The next piece: it begins with the bytes of the last one from `done` on.
  ///
  /// - Throws: `SnapshotError` where the system can't read the file.
  mutating func next(after done: Int) throws(SnapshotError) -> (TextPiece, isLast: Bool) {
    let carried = read[done..<count]
    var got = 0
    var failure: SnapshotError?
    let bytes = [UInt8](unsafeUninitializedCapacity: carried.count + pieceSize + JSONParser.padding) { buffer, used in
      Self.adviseLargePages(UnsafeRawBufferPointer(buffer))
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

  /// Asks for large pages: else a fresh piece is a page fault for every 4 KiB, which costs as much as reading it.
  private static func adviseLargePages(_ buffer: UnsafeRawBufferPointer) {
    let page = 2 << 20
    let address = Int(bitPattern: buffer.baseAddress)
    let start = (address + page - 1) / page * page
    let end = (address + buffer.count) / page * page
    // Advice: where the system gives none of them, small pages do.
    if start < end { _ = madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE) }
  }

  private static let padding = [UInt8](repeating: 0, count: JSONParser.padding)
}
