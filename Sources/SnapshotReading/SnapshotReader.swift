public import Estate
internal import AzureResources
internal import Glibc
internal import JSONReading

/// Reads snapshots: files, folders of files, standard input.
///
/// A file is read in pieces, cut into elements, and the elements are decoded on all cores while the next piece is
/// read. All or nothing: a broken file is an error, and no part of it counts.
public struct SnapshotReader {
  /// Bytes read at a time.
  static let pieceSize = 16 << 20
  /// The largest single resource or observation, in bytes.
  static let elementLimit = 64 << 20
  /// The largest file, in bytes.
  static let fileLimit = 8 << 30

  static let keys: [JSONSplitter.EnvelopeKey] = [
    .init("azimuth", .any), .init("resources", .list), .init("observations", .list), .init("value", .list),
    .init("data", .list), .init("values", .list),
  ]
  static let versionKey = 0
  static let observationsKey = 2

  private var text = SnapshotText()
  private var decoding = DecodingQueue()

  private init() {}

  /// Reads all of `paths` into one estate.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; `-` is standard input.
  ///   - standardInput: The descriptor that `-` stands for.
  /// - Throws: `SnapshotError` naming the file, the byte and the reason.
  /// - Complexity: O(bytes).
  public static func read(_ paths: [String], standardInput: Int32 = 0) throws(SnapshotError) -> Estate {
    var reader = SnapshotReader()
    for path in paths {
      for file in try SnapshotFiles.expand(path) { try reader.readFile(file, standardInput) }
    }
    return Estate(try reader.decoding.finish(reader.text), text: reader.text)
  }

  /// Reads a snapshot that is in memory, for tests and for changed copies.
  ///
  /// - Throws: As `read(_:standardInput:)`.
  public static func read(text: String, named name: String = "snapshot") throws(SnapshotError) -> Estate {
    var reader = SnapshotReader()
    let file = reader.text.addFile(path: name)
    var splitter = JSONSplitter(keys: keys, limit: elementLimit)
    _ = try reader.take(Piece(Array(text.utf8)), at: 0, file: file, .end, &splitter, name)
    return Estate(try reader.decoding.finish(reader.text), text: reader.text)
  }

  private mutating func readFile(_ path: String, _ standardInput: Int32) throws(SnapshotError) {
    let descriptor = path == "-" ? standardInput : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.systemError(path) }
    defer { if path != "-" { close(descriptor) } }
    let file = text.addFile(path: path)
    var splitter = JSONSplitter(keys: Self.keys, limit: Self.elementLimit)
    var (piece, isLast) = try Self.read(descriptor, after: [], path)
    if UTF16Text.isUTF16(piece.bytes) {
      var bytes = Array(piece.bytes[..<piece.count])
      while !isLast {
        (piece, isLast) = try Self.read(descriptor, after: [], path)
        bytes += piece.bytes[..<piece.count]
        guard bytes.count <= Self.elementLimit else {
          throw SnapshotError(path: path, reason: .tooLarge(limitInBytes: Self.elementLimit))
        }
      }
      _ = try take(Piece(UTF16Text.utf8(bytes)), at: 0, file: file, .end, &splitter, path)
      return
    }
    var offset = 0
    if piece.bytes.starts(with: Self.byteOrderMark) {
      offset = Self.byteOrderMark.count
      piece = Piece(Array(piece.bytes[offset..<piece.count]))
    }
    while true {
      let done = try take(piece, at: offset, file: file, isLast ? .end : .more, &splitter, path)
      if isLast { return }
      offset += done
      guard offset <= Self.fileLimit else {
        throw SnapshotError(path: path, reason: .tooLarge(limitInBytes: Self.fileLimit))
      }
      (piece, isLast) = try Self.read(descriptor, after: piece.bytes[done..<piece.count], path)
    }
  }

  private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Bytes of a file with padding behind them.
  private struct Piece {
    let bytes: [UInt8]
    let count: Int

    init(_ bytes: [UInt8]) {
      self.bytes = bytes + [UInt8](repeating: 0, count: JSONParser.padding)
      count = bytes.count
    }

    init(padded bytes: [UInt8], count: Int) {
      self.bytes = bytes
      self.count = count
    }
  }

  /// Splits the piece, keeps it, and hands its elements on for decoding. Gives how many bytes are done with.
  private mutating func take(
    _ piece: Piece, at offset: Int, file: Int32, _ continuation: JSONSplitter.Continuation,
    _ splitter: inout JSONSplitter, _ path: String
  ) throws(SnapshotError) -> Int {
    var elements: [JSONSplitter.Element] = []
    let outcome: Result<Int, JSONSyntaxError> = piece.bytes.withUnsafeBytes { buffer in
      do throws(JSONSyntaxError) {
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<piece.count])
        return .success(try splitter.split(bytes, continuation, into: &elements))
      } catch {
        return .failure(error)
      }
    }
    text.addPiece(piece.bytes, count: piece.count, at: offset, file: file)
    switch outcome {
    case .success(let done):
      try checkVersion(elements, piece.bytes, path)
      decoding.add(piece.bytes, elements, offset: offset, file: file)
      return done
    case .failure(var fault):
      fault.offset += offset
      throw text.error(fault, file: file)
    }
  }

  private func checkVersion(
    _ elements: [JSONSplitter.Element], _ bytes: [UInt8], _ path: String
  ) throws(SnapshotError) {
    for element in elements where element.key == Self.versionKey {
      let version = String(decoding: bytes[element.range], as: UTF8.self)
      guard version == "1" else { throw SnapshotError(path: path, reason: .unsupportedVersion(version)) }
    }
  }

  /// Reads up to `pieceSize` bytes behind those carried over; fewer mean that the file ends there.
  private static func read(
    _ descriptor: Int32, after carried: ArraySlice<UInt8>, _ path: String
  ) throws(SnapshotError) -> (Piece, isLast: Bool) {
    var got = 0
    var failure: SnapshotError?
    let capacity = carried.count + pieceSize + JSONParser.padding
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
      initialized = buffer.initialize(fromContentsOf: carried)
      while got < pieceSize, failure == nil, let base = buffer.baseAddress {
        let count = Glibc.read(descriptor, base + carried.count + got, pieceSize - got)
        if count == 0 { break }
        if count > 0 { got += count } else if errno != EINTR { failure = systemError(path) }
      }
      initialized = carried.count + got
      initialized = buffer[initialized..<initialized + JSONParser.padding].initialize(fromContentsOf: padding)
    }
    if let failure { throw failure }
    return (Piece(padded: bytes, count: carried.count + got), got < pieceSize)
  }

  private static let padding = [UInt8](repeating: 0, count: JSONParser.padding)

  private static func systemError(_ path: String) -> SnapshotError {
    let code = errno
    return SnapshotError(
      path: path,
      reason: code == ENOENT ? .notFound : .unreadable(errno: code, message: String(cString: strerror(code))))
  }
}
