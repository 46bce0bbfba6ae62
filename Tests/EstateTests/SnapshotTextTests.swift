import JSONDocument
import Estate
import JSONReading
import Testing

@Suite("The snapshot's text")
struct SnapshotTextTests {
  @Test("Values are given back from whichever piece holds them, with their line")
  func pieces() {
    var text = SnapshotText()
    let file = text.addFile(path: "a.json")
    let padding = [UInt8](repeating: 0, count: JSONParser.padding)
    text.addPiece(TextBytes(Array("[{\n\"a\":1},\n".utf8) + padding), count: 11, at: 0, file: file)
    text.addPiece(TextBytes(Array("\n{\"b\":2}]".utf8) + padding), count: 9, at: 10, file: file)
    let first = SourceRange(file: file, offset: 1, length: 8)
    let second = SourceRange(file: file, offset: 11, length: 7)
    #expect(text.value(at: first) == ["a": 1])
    #expect(text.value(at: second) == ["b": 2])
    #expect(text.place(of: first) == "a.json:1")
    #expect(text.place(of: second) == "a.json:3")
    #expect(!text.haveSameContent(first, second))
    #expect(text.haveSameContent(first, first))
    #expect(text.value(at: SourceRange(file: file, offset: 18, length: 50)) == nil)
  }
}
