public import Estate
internal import AzureResources
internal import Glibc
internal import JSONReading

/// Reads snapshots: files, folders of files, standard input.
///
/// A file is read in pieces, cut into elements, and the elements are decoded on all cores while the next piece is
/// read. All or nothing: a broken file is an error, and no part of it counts.
public struct SnapshotReader {
  static let keys: [JSONSplitter.EnvelopeKey] = [
    .init("azimuth", .any), .init("resources", .list), .init("observations", .list), .init("value", .list),
    .init("data", .list), .init("values", .list),
  ]
  static let versionKey = 0
  static let observationsKey = 2

  private let limits: ReadingLimits
  private var text = SnapshotText()
  private var decoding = DecodingQueue()

  private init(_ limits: ReadingLimits) { self.limits = limits }

  /// Reads all of `paths` into one estate.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; `-` is standard input.
  ///   - standardInput: The descriptor that `-` stands for.
  /// - Throws: `SnapshotError` naming the file, the byte and the reason.
  /// - Complexity: O(bytes).
  public static func read(_ paths: [String], standardInput: Int32 = 0) throws(SnapshotError) -> Estate {
    try read(paths, standardInput: standardInput, limits: .standard)
  }

  static func read(
    _ paths: [String], standardInput: Int32 = 0, limits: ReadingLimits
  ) throws(SnapshotError) -> Estate {
    var reader = SnapshotReader(limits)
    for path in paths {
      for file in try SnapshotFiles.expand(path) { try reader.readFile(file, standardInput) }
    }
    return Estate(try reader.decoding.finish(reader.text), text: reader.text)
  }

  /// Reads a snapshot that is in memory, for tests and for changed copies.
  ///
  /// - Throws: As `read(_:standardInput:)`.
  public static func read(text: String, named name: String = "snapshot") throws(SnapshotError) -> Estate {
    var reader = SnapshotReader(.standard)
    let file = reader.text.addFile(path: name)
    try reader.takeWhole(Array(text.utf8), file: file, name)
    return Estate(try reader.decoding.finish(reader.text), text: reader.text)
  }

  private mutating func readFile(_ path: String, _ standardInput: Int32) throws(SnapshotError) {
    let descriptor = path == "-" ? standardInput : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.systemError(path) }
    defer { if path != "-" { close(descriptor) } }
    var (piece, isLast) = try read(descriptor, after: [], path)
    if UTF16Text.isUTF16(piece.bytes[..<piece.count]) {
      try takeUTF16(piece, isLast, descriptor, path)
      return
    }
    let file = text.addFile(path: path)
    var splitter = JSONSplitter(keys: Self.keys, limit: limits.element)
    var offset = 0
    var isEmpty = !Self.mayBeEmpty(path)
    if piece.bytes.starts(with: Self.byteOrderMark) {
      offset = Self.byteOrderMark.count
      piece = Piece(Array(piece.bytes[offset..<piece.count]))
    }
    while true {
      isEmpty = isEmpty && Self.isBlank(piece.bytes[..<piece.count])
      if isEmpty, isLast { throw SnapshotError(path: path, reason: .empty) }
      let done = try take(piece, at: offset, file: file, isLast ? .end : .more, &splitter, path)
      if isLast { return }
      offset += done
      guard offset <= limits.file else {
        throw SnapshotError(path: path, reason: .tooLarge(limitInBytes: limits.file))
      }
      (piece, isLast) = try read(descriptor, after: piece.bytes[done..<piece.count], path)
    }
  }

  /// Reads the rest of a file in UTF-16, which is converted whole.
  private mutating func takeUTF16(
    _ first: Piece, _ isOnly: Bool, _ descriptor: Int32, _ path: String
  ) throws(SnapshotError) {
    var bytes = Array(first.bytes[..<first.count])
    var isLast = isOnly
    while !isLast {
      let piece: Piece
      (piece, isLast) = try read(descriptor, after: [], path)
      bytes += piece.bytes[..<piece.count]
      guard bytes.count <= limits.element else {
        throw SnapshotError(path: path, reason: .tooLarge(limitInBytes: limits.element))
      }
    }
    try takeWhole(UTF16Text.utf8(bytes), file: text.addFile(path: path, encoding: .utf16), path)
  }

  /// Splits a text that is in memory as a whole.
  private mutating func takeWhole(_ bytes: [UInt8], file: Int32, _ path: String) throws(SnapshotError) {
    if Self.isBlank(bytes[...]), !Self.mayBeEmpty(path) { throw SnapshotError(path: path, reason: .empty) }
    var splitter = JSONSplitter(keys: Self.keys, limit: limits.element)
    _ = try take(Piece(bytes), at: 0, file: file, .end, &splitter, path)
  }

  private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Whether there is nothing but space, as a command that failed leaves behind.
  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { [0x20, 0x09, 0x0a, 0x0d].contains($0) }
  }

  /// JSON Lines without a line are a list without an element.
  private static func mayBeEmpty(_ path: String) -> Bool {
    let folded = path.lowercased()
    return folded.hasSuffix(".jsonl") || folded.hasSuffix(".ndjson")
  }

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
    switch outcome {
    case .success(let done):
      // Nothing ends in this piece: the next one holds all of it again.
      if done == 0, case .more = continuation { return 0 }
      text.addPiece(piece.bytes, count: piece.count, at: offset, file: file)
      try checkVersion(elements, piece.bytes, path)
      decoding.add(piece.bytes, elements, offset: offset, file: file)
      return done
    case .failure(var fault):
      text.addPiece(piece.bytes, count: piece.count, at: offset, file: file)
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

  /// Reads a piece's bytes behind those carried over; fewer mean that the file ends there.
  private func read(
    _ descriptor: Int32, after carried: ArraySlice<UInt8>, _ path: String
  ) throws(SnapshotError) -> (Piece, isLast: Bool) {
    var got = 0
    var failure: SnapshotError?
    let pieceSize = limits.piece
    let capacity = carried.count + pieceSize + JSONParser.padding
    let isLarge = Self.size(descriptor) >= pieceSize
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
      if isLarge { Self.adviseLargePages(UnsafeRawBufferPointer(buffer)) }
      initialized = buffer.initialize(fromContentsOf: carried)
      while got < pieceSize, failure == nil, let base = buffer.baseAddress {
        let count = Glibc.read(descriptor, base + carried.count + got, pieceSize - got)
        if count == 0 { break }
        if count > 0 { got += count } else if errno != EINTR { failure = Self.systemError(path) }
      }
      initialized = carried.count + got
      initialized = buffer[initialized..<initialized + JSONParser.padding].initialize(fromContentsOf: Self.padding)
    }
    if let failure { throw failure }
    return (Piece(padded: bytes, count: carried.count + got), got < pieceSize)
  }

  /// The size of a file; 0 for a pipe.
  private static func size(_ descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
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

  private static func systemError(_ path: String) -> SnapshotError { SnapshotError(path: path, errno: errno) }
}
