import Estate
import Glibc
import Testing

@testable import SnapshotReading

@Suite("Broken snapshots")
struct SnapshotErrorTests {
  private static let saveAgain = "Save the file again: `az ... -o json > FILE`. Nothing of it was loaded."

  private func error(_ body: () throws(SnapshotError) -> Estate) -> SnapshotError? {
    do throws(SnapshotError) {
      _ = try body()
      return nil
    } catch {
      return error
    }
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let text: String
    let problem: String
    var testDescription: String { text }
  }

  static let broken = [
    Broken(
      text: "[{\"id\": \"/a\"},\n {\"id\": ",
      problem: "byte 23, line 2: the text ends inside a value: is the file cut off?"),
    Broken(text: "[{\"id\": \"/a\"}", problem: "byte 13, line 1: the text ends inside a value: is the file cut off?"),
    Broken(
      text: "{\"value\": [{\"id\": \"/a\"}]",
      problem: "byte 24, line 1: the text ends inside a value: is the file cut off?"),
    Broken(text: "{\"id\": \"/a", problem: "byte 10, line 1: the text ends inside a value: is the file cut off?"),
    Broken(text: "not JSON", problem: "byte 0, line 1: unexpected character \"n\""),
    Broken(text: "<html>", problem: "byte 0, line 1: unexpected character \"<\""),
    Broken(text: "[]]", problem: "byte 2, line 1: unexpected character \"]\""),
    Broken(text: "[{}\n{}]", problem: "byte 4, line 2: unexpected character \"{\""),
    Broken(text: "[{},]", problem: "byte 4, line 1: unexpected character \"]\""),
    Broken(text: "[{}, {\"a\" 1}]", problem: "byte 10, line 1: unexpected character \"1\""),
    Broken(text: "[{\"id\": \"/a\", \"x\": tru}]", problem: "byte 22, line 1: unexpected character \"}\""),
    Broken(
      text: "{\"note\": tru, \"value\": []}", problem: "byte 9, line 1: a word that is none of true, false and null"),
    Broken(text: "[{\"a\": 01}]", problem: "byte 9, line 1: malformed number"),
    Broken(text: "[\n\n{\"a\": \"\\x\"}]", problem: "byte 10, line 3: invalid escape in a string"),
    Broken(text: "[{\"a\": \"\u{1}\"}]", problem: "byte 8, line 1: unescaped control character in a string"),
    Broken(
      text: "[" + String(repeating: "[", count: 100) + String(repeating: "]", count: 101),
      problem: "byte 65, line 1: values nested deeper than 64 levels"),
    Broken(
      text: #"{"id": "/a", "b": "# + String(repeating: #"{"c":"#, count: 100) + "1"
        + String(repeating: "}", count: 101),
      problem: "byte 333, line 1: values nested deeper than 64 levels"),
  ]

  @Test("A fault names file, byte, line and reason, and what to do", arguments: broken)
  func faults(sample: Broken) throws {
    let error = try #require(
      error { () throws(SnapshotError) in try SnapshotReader.read(text: sample.text, named: "a.json") })
    #expect("\(error)" == "a.json: \(sample.problem)")
    #expect(error.remedy == Self.saveAgain)
  }

  @Test("A fault is at the same place however the file is cut into pieces", arguments: broken)
  func pieces(sample: Broken) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("a.json", sample.text)
    for piece in [1, 2, 5, 16, 64, 1 << 20] {
      let error = try #require(
        error { () throws(SnapshotError) in try SnapshotReader.read([path], limits: ReadingLimits(piece: piece)) })
      #expect("\(error)" == "\(path): \(sample.problem)", "pieces of \(piece)")
    }
  }

  @Test("A fault behind a byte-order mark, and one in UTF-16, is where the file has it")
  func encodings() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = "[{\"name\": \"Süd 🌍\"},\n{]"
    let marked = try folder.write("marked.json", [0xef, 0xbb, 0xbf] + text.utf8)
    let wide = try folder.write(
      "wide.json", [0xff, 0xfe] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
    let first = try #require(error { () throws(SnapshotError) in try SnapshotReader.read([marked]) })
    #expect(
      "\(first)" == "\(marked): byte \(3 + text.utf8.count), line 2: the text ends inside a value: is the file cut off?"
    )
    let second = try #require(error { () throws(SnapshotError) in try SnapshotReader.read([wide]) })
    #expect(
      "\(second)"
        == "\(wide): byte \(2 + 2 * text.utf16.count), line 2: the text ends inside a value: is the file cut off?")
  }

  @Test(
    "Invalid UTF-8 is refused where it stands",
    arguments: [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80]])
  func invalidUTF8(bytes: [UInt8]) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("a.json", Array("[\n{\"name\": \"".utf8) + bytes + Array("\"}]".utf8))
    let error = try #require(error { () throws(SnapshotError) in try SnapshotReader.read([path]) })
    #expect("\(error)" == "\(path): byte 12, line 2: invalid UTF-8")
  }

  @Test("What was there before the fault doesn't count: one broken file among good ones is an error")
  func allOrNothing() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("a.json", "[{\"id\": \"/subscriptions/s\"}]")
    let broken = try folder.write("b.json", "[{\"id\": \"/subscriptions/s\"}, {\"id\": nul}]")
    let error = try #require(error { () throws(SnapshotError) in try SnapshotReader.read([folder.path]) })
    #expect("\(error)" == "\(broken): byte 39, line 1: unexpected character \"}\"")
  }

  @Test("An empty file is the remains of a failed command", arguments: ["", " \r\n\t\n"])
  func empty(text: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("a.json", text)
    for piece in [1, 1 << 20] {
      let error = try #require(
        error { () throws(SnapshotError) in try SnapshotReader.read([path], limits: ReadingLimits(piece: piece)) })
      #expect("\(error)" == "\(path): the file is empty")
      #expect(error.remedy == "See whether the command that wrote it failed, and save it again. Nothing was loaded.")
    }
    #expect(
      "\(error { () throws(SnapshotError) in try SnapshotReader.read(text: text) }, default: "none")"
        == "snapshot: the file is empty")
  }

  @Test("Missing files, unreadable ones and folders without JSON say so")
  func files() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let none = try #require(error { () throws(SnapshotError) in try SnapshotReader.read(["\(folder.path)/none.json"]) })
    #expect("\(none)" == "\(folder.path)/none.json: no such file or folder")
    #expect(none.remedy == "Name an existing file or folder with --snapshot, or set AZIMUTH_SNAPSHOT.")
    let bare = try #require(error { () throws(SnapshotError) in try SnapshotReader.read([folder.path]) })
    #expect("\(bare)" == "\(folder.path): the folder holds no .json, .jsonl or .ndjson file")
    #expect(bare.remedy == "Name a folder that holds the output of `az ... -o json` or a saved snapshot.")
    _ = system("ln -s nowhere '\(folder.path)/link.json'")
    let dangling = try #require(error { () throws(SnapshotError) in try SnapshotReader.read([folder.path]) })
    #expect("\(dangling)" == "\(folder.path)/link.json: no such file or folder")
  }

  @Test(
    "A folder or file without permission is an error, not a smaller snapshot",
    .enabled(if: geteuid() != 0, "root reads everything"))
  func permissions() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("a.json", "[]")
    let closed = try folder.folder("closed")
    chmod(closed, 0)
    let first = try #require(error { () throws(SnapshotError) in try SnapshotReader.read([folder.path]) })
    #expect("\(first)" == "\(closed): Permission denied")
    #expect(first.remedy == "Check the file's permissions.")
  }

  @Test("Only version 1 is read", arguments: ["2", "\"1\"", "null", "1.0"])
  func version(text: String) throws {
    let error = try #require(
      error { () throws(SnapshotError) in
        try SnapshotReader.read(text: #"{"resources": [], "azimuth": \#(text)}"#, named: "a.json")
      })
    #expect("\(error)" == "a.json: the snapshot's version is \(text); this program reads version 1")
    #expect(error.remedy == "Use a newer azimuth, or save the snapshot again with this one.")
  }

  @Test("A string of 300 MB is refused once the limit of one element is passed, and no more of it is read")
  func hugeString() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("a.json", "[\"")
    try #require(truncate(path, 300 << 20) == 0)
    let descriptor = try #require(fopenForReading(path))
    defer { close(descriptor) }
    let error = try #require(
      error { () throws(SnapshotError) in try SnapshotReader.read(["-"], standardInput: descriptor) })
    #expect("\(error)" == "-: byte 1, line 1: one value is larger than 64 MiB")
    #expect(lseek(descriptor, 0, SEEK_CUR) <= 96 << 20)
  }

  @Test("Too large elements, texts in UTF-16 and files are refused, with the limit")
  func limits() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.write("a.json", "[{\"id\": \"\(String(repeating: "x", count: 5000))\"}]")
    let small = ReadingLimits(piece: 100, element: 1000, file: 1 << 20)
    let element = error { () throws(SnapshotError) in try SnapshotReader.read([path], limits: small) }
    #expect("\(element, default: "none")".hasPrefix("\(path): byte 1, line 1: one value is larger than "))
    let many = try folder.write("b.json", "[\(Array(repeating: "{}", count: 5000).joined(separator: ","))]")
    let file = error { () throws(SnapshotError) in
      try SnapshotReader.read([many], limits: ReadingLimits(piece: 100, element: 1000, file: 2 << 10))
    }
    #expect("\(file, default: "none")".hasPrefix("\(many): larger than "))
    #expect(file?.remedy == "Split the snapshot into several files, or narrow it to the networks in question.")
    let wide = try folder.write("c.json", [0xff, 0xfe] + [UInt8](repeating: 0x20, count: 4000))
    let utf16 = error { () throws(SnapshotError) in try SnapshotReader.read([wide], limits: small) }
    #expect("\(utf16, default: "none")".hasPrefix("\(wide): larger than "))
    #expect("\(SnapshotError(path: "x", reason: .tooLarge(limitInBytes: 64 << 20)))" == "x: larger than 64 MiB")
    #expect("\(SnapshotError(path: "x", reason: .tooLarge(limitInBytes: 8 << 30)))" == "x: larger than 8 GiB")
  }
}
