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

  /// Reads texts that are in memory, and all of `paths` after them.
  ///
  /// - Throws: As `read(_:standardInput:)`.
  public static func read(
    _ paths: [String], adding additions: [SnapshotAddition], standardInput: Int32 = 0
  ) throws(SnapshotError) -> Estate {
    var reader = SnapshotReader(.standard)
    for addition in additions {
      let file = reader.text.addFile(path: addition.name)
      try reader.takeWhole(Array(addition.text.utf8), file: file, addition.name)
    }
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
    if path != "-", let call = CallFileName(path) {
      try readAnswer(to: call, path)
      return
    }
    let descriptor = path == "-" ? standardInput : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.systemError(path) }
    defer { if path != "-" { close(descriptor) } }
    var pieces = PieceReader(descriptor, path: path, pieceSize: limits.piece)
    var (piece, isLast) = try pieces.next(after: 0)
    if piece.withText({ UTF16Text.isUTF16($0) }) {
      try takeUTF16(piece, isLast, &pieces, path)
      return
    }
    let file = text.addFile(path: path)
    var splitter = JSONSplitter(keys: Self.keys, limit: limits.element)
    var offset = 0
    var isEmpty = !Self.mayBeEmpty(path)
    if piece.withText({ $0.starts(with: Self.byteOrderMark) }) {
      offset = Self.byteOrderMark.count
      (piece, isLast) = try pieces.next(after: offset)
    }
    while true {
      isEmpty = isEmpty && piece.isBlank
      if isEmpty, isLast { throw SnapshotError(path: path, reason: .empty) }
      let done = try take(piece, at: offset, file: file, isLast ? .end : .more, &splitter, path)
      if isLast { return }
      offset += done
      guard offset <= limits.file else {
        throw SnapshotError(path: path, reason: .tooLarge(limitInBytes: limits.file))
      }
      (piece, isLast) = try pieces.next(after: done)
    }
  }

  /// Reads an answer of Azure as the observation of the call that the file's name tells.
  private mutating func readAnswer(to call: CallFileName, _ path: String) throws(SnapshotError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.systemError(path) }
    defer { close(descriptor) }
    var pieces = PieceReader(descriptor, path: path, pieceSize: limits.piece)
    var (piece, isLast) = try pieces.next(after: 0)
    var bytes = piece.copy
    while !isLast {
      (piece, isLast) = try pieces.next(after: piece.count)
      bytes += piece.copy
      guard bytes.count <= limits.element else {
        throw SnapshotError(path: path, reason: .tooLarge(limitInBytes: limits.element))
      }
    }
    if bytes.withUnsafeBytes({ UTF16Text.isUTF16($0) }) {
      bytes = UTF16Text.utf8(bytes)
    } else if bytes.starts(with: Self.byteOrderMark) {
      bytes.removeFirst(Self.byteOrderMark.count)
    }
    guard bytes.contains(where: { ![0x20, 0x09, 0x0a, 0x0d].contains($0) }) else {
      throw SnapshotError(path: path, reason: .empty)
    }
    do throws(JSONSyntaxError) {
      _ = try JSONParser.value(of: bytes)
    } catch {
      let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw SnapshotError(path: path, reason: .syntax(error), line: line)
    }
    let head = "{\"method\":\"\(call.method)\",\"path\":\"\(call.path)\",\"response\":"
    try takeWhole(Array(head.utf8) + bytes + Array("}".utf8), file: text.addFile(path: path), path)
  }

  /// Reads the rest of a file in UTF-16, which is converted whole.
  private mutating func takeUTF16(
    _ first: TextPiece, _ isOnly: Bool, _ pieces: inout PieceReader, _ path: String
  ) throws(SnapshotError) {
    var bytes = first.copy
    var (piece, isLast) = (first, isOnly)
    while !isLast {
      (piece, isLast) = try pieces.next(after: piece.count)
      bytes += piece.copy
      guard bytes.count <= limits.element else {
        throw SnapshotError(path: path, reason: .tooLarge(limitInBytes: limits.element))
      }
    }
    try takeWhole(UTF16Text.utf8(bytes), file: text.addFile(path: path, encoding: .utf16), path)
  }

  /// Splits a text that is in memory as a whole.
  private mutating func takeWhole(_ bytes: [UInt8], file: Int32, _ path: String) throws(SnapshotError) {
    let piece = TextPiece(bytes)
    if piece.isBlank, !Self.mayBeEmpty(path) { throw SnapshotError(path: path, reason: .empty) }
    var splitter = JSONSplitter(keys: Self.keys, limit: limits.element)
    _ = try take(piece, at: 0, file: file, .end, &splitter, path)
  }

  private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// JSON Lines without a line are a list without an element.
  private static func mayBeEmpty(_ path: String) -> Bool {
    let folded = path.lowercased()
    return folded.hasSuffix(".jsonl") || folded.hasSuffix(".ndjson")
  }

  /// Splits the piece, keeps it, and hands its elements on for decoding. Gives how many bytes are done with.
  private mutating func take(
    _ piece: TextPiece, at offset: Int, file: Int32, _ continuation: JSONSplitter.Continuation,
    _ splitter: inout JSONSplitter, _ path: String
  ) throws(SnapshotError) -> Int {
    var elements: [JSONSplitter.Element] = []
    let outcome: Result<Int, JSONSyntaxError> = piece.withText { bytes in
      do throws(JSONSyntaxError) {
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
      try checkVersion(elements, piece, path)
      decoding.add(piece, elements, offset: offset, file: file)
      return done
    case .failure(var fault):
      text.addPiece(piece.bytes, count: piece.count, at: offset, file: file)
      fault.offset += offset
      throw text.error(fault, file: file)
    }
  }

  private func checkVersion(
    _ elements: [JSONSplitter.Element], _ piece: TextPiece, _ path: String
  ) throws(SnapshotError) {
    for element in elements where element.key == Self.versionKey {
      let version = piece.withText { String(decoding: $0[element.range], as: UTF8.self) }
      guard version == "1" else { throw SnapshotError(path: path, reason: .unsupportedVersion(version)) }
    }
  }

  private static func systemError(_ path: String) -> SnapshotError { SnapshotError(path: path, errno: errno) }
}
