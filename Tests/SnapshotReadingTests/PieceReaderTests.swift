import Estate
import Glibc
import TestSupport
import Testing

@testable import SnapshotReading

@Suite("A file, piece by piece")
struct PieceReaderTests {
  /// A descriptor from which the bytes can be read.
  private func descriptor(_ bytes: [UInt8]) throws -> Int32 {
    let file = try #require(tmpfile())
    fwrite(bytes, 1, bytes.count, file)
    rewind(file)
    return fileno(file)
  }

  @Test("Each piece begins with what the last one left, and no byte is lost", arguments: [1, 7, 64, 4096, 100_000])
  func carriesOver(_ pieceSize: Int) throws {
    var random = SplitMix64(seed: UInt64(pieceSize))
    let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    var pieces = PieceReader(try descriptor(bytes), path: "file", pieceSize: pieceSize)
    var seen: [UInt8] = []
    var (piece, isLast) = try pieces.next(after: 0)
    while !isLast {
      // A reader that stops in the middle of an element leaves a part.
      let done = pieceSize < 64 ? piece.count : Int.random(in: piece.count / 2...piece.count, using: &random)
      seen += piece.copy.prefix(done)
      (piece, isLast) = try pieces.next(after: done)
    }
    #expect(seen + piece.copy == bytes)
  }

  @Test("Behind each piece is padding for the parser")
  func padding() throws {
    var pieces = PieceReader(try descriptor([1, 2, 3]), path: "file", pieceSize: 16)
    let (piece, isLast) = try pieces.next(after: 0)
    #expect(isLast)
    #expect(piece.count == 3)
    let zeros = piece.bytes.withUnsafeBytes { Array($0[3...]) }
    #expect(zeros.count >= 64)
    #expect(zeros.allSatisfy { $0 == 0 })
  }

  @Test("An empty file is one empty piece")
  func empty() throws {
    var pieces = PieceReader(try descriptor([]), path: "file", pieceSize: 16)
    let (piece, isLast) = try pieces.next(after: 0)
    #expect(isLast)
    #expect(piece.isBlank)
  }

  @Test("What the system can't read names the file")
  func unreadable() throws {
    let error = try #require(throws: SnapshotError.self) {
      var pieces = PieceReader(-1, path: "gone.json", pieceSize: 16)
      _ = try pieces.next(after: 0)
    }
    #expect("\(error)".contains("gone.json"))
  }
}
