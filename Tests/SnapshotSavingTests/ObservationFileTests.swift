import AzureResources
import Estate
import Glibc
import JSONDocument
import JSONReading
import SnapshotReading
import SnapshotSaving
import Testing

@Suite("Saving observations")
struct ObservationFileTests {
  private static func observation(_ number: Int) -> JSONValue {
    [
      "method": "PROBE", "path": .string("/probes/dns/n\(number).contoso.com"), "status": 200,
      "response": ["name": .string("n\(number).contoso.com")], "observedAt": "2026-11-21T12:00:00Z",
    ]
  }

  /// A folder of this test's own; removed with all in it.
  private func inFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/azimuth-saving-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in Self.names(folder) { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    try body(folder)
  }

  private static func names(_ folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func write(_ text: String, _ path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  private static func read(_ path: String) throws -> String {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  @Test("A file that isn't there becomes a snapshot, and grows")
  func new() throws {
    try inFolder { folder in
      let path = "\(folder)/probes.json"
      try ObservationFile.add([Self.observation(1)], to: path)
      try ObservationFile.add([Self.observation(2), Self.observation(3)], to: path)
      let estate = try SnapshotReader.read([path])
      #expect(estate.observations.map(\.path) == (1...3).map { "/probes/dns/n\($0).contoso.com" })
      #expect(estate.unrecognizedElements == 0)
      #expect(Self.names(folder) == ["probes.json"])
    }
  }

  @Test("Nothing to add leaves the file as it is, and makes none")
  func nothing() throws {
    try inFolder { folder in
      let path = "\(folder)/probes.json"
      try ObservationFile.add([], to: path)
      #expect(Self.names(folder).isEmpty)
      try ObservationFile.add([Self.observation(1)], to: path)
      let text = try Self.read(path)
      try ObservationFile.add([], to: path)
      #expect(try Self.read(path) == text)
    }
  }

  @Test(
    "What the file held before stays byte by byte",
    arguments: [
      #"{"azimuth": 1}"#, #"{"azimuth":1,"resources":[]}"#, #"{"azimuth": 1, "observations": [ ]}"#,
      #"{"observations": [], "azimuth": 1, "note": "a \"]}\" in text", "big": 1e300}"#,
      "{\n  \"azimuth\": 1,\n  \"observations\": [\n    {\"path\": \"/x/y\"}\n  ],\n  \"resources\": [{\"id\": \"/a/b\"}]\n}\n",
      #"{"OBSERVATIONS": [{"path": "/x]"}], "Azimuth": 1}"#,
    ])
  func bytesStay(_ text: String) throws {
    try inFolder { folder in
      let path = "\(folder)/snapshot.json"
      try Self.write(text, path)
      let before = try JSONParser.value(of: Array(text.utf8))
      try ObservationFile.add([Self.observation(7)], to: path)
      let written = try Self.read(path)
      let after = try JSONParser.value(of: Array(written.utf8))
      let known = before["observations"]?.elements ?? []
      #expect(after["observations"]?.elements == known + [Self.observation(7)])
      for member in before.members?.members ?? [] where member.key.lowercased() != "observations" {
        #expect(after[member.key] == member.value)
      }
      // What was there is still there in its order, with something put in between.
      var rest = written.utf8[...]
      for byte in text.utf8 {
        let place = try #require(rest.firstIndex(of: byte))
        rest = rest[rest.index(after: place)...]
      }
      _ = try SnapshotReader.read([path])
    }
  }

  @Test(
    "A file that is no snapshot of this program is left as it is",
    arguments: [
      ("[]", "it has no \"azimuth\": 1"), ("{\"value\": []}", "it has no \"azimuth\": 1"), ("notes of mine", "byte"),
      ("", "byte"), ("{\"azimuth\": 1, ", "byte"),
      ("{\"azimuth\": 1, \"observations\": {}}", "its observations are no list"),
      ("{\"azimuth\": 2}", "version is 2"),
    ])
  func refused(_ text: String, _ reason: String) throws {
    try inFolder { folder in
      let path = "\(folder)/file"
      try Self.write(text, path)
      let error = #expect(throws: SnapshotSavingError.self) { try ObservationFile.add([Self.observation(1)], to: path) }
      #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
      #expect(error?.remedy.isEmpty == false)
      #expect(try Self.read(path) == text)
      #expect(Self.names(folder) == ["file"])
    }
  }

  @Test("A folder that can't be written to is an error, and leaves nothing behind")
  func noFolder() throws {
    let error = #expect(throws: SnapshotSavingError.self) {
      try ObservationFile.add([Self.observation(1)], to: "/nonexistent/folder/probes.json")
    }
    #expect(error?.description.contains("No such file or directory") == true)
  }

  @Test("A folder is no snapshot")
  func folderItself() throws {
    try inFolder { folder in
      #expect(throws: SnapshotSavingError.self) { try ObservationFile.add([Self.observation(1)], to: folder) }
    }
  }

  @Test("A link stays a link, and the file's mode stays")
  func link() throws {
    try inFolder { folder in
      let (path, alias) = ("\(folder)/snapshot.json", "\(folder)/link.json")
      try Self.write(#"{"azimuth": 1}"#, path)
      chmod(path, 0o640)
      symlink(path, alias)
      try ObservationFile.add([Self.observation(1)], to: alias)
      var status = stat()
      lstat(alias, &status)
      #expect(status.st_mode & S_IFMT == S_IFLNK)
      stat(path, &status)
      #expect(status.st_mode & 0o777 == 0o640)
      #expect(try SnapshotReader.read([path]).observations.count == 1)
    }
  }

  @Test("Programs that save at one time lose nothing")
  func concurrent() async throws {
    var template = Array("/tmp/azimuth-saving-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    let path = "\(folder)/probes.json"
    defer {
      unlink(path)
      rmdir(folder)
    }
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<24 {
        group.addTask {
          do {
            try ObservationFile.add([Self.observation(number)], to: path)
          } catch {
            Issue.record("\(error)")
          }
        }
      }
    }
    let estate = try SnapshotReader.read([path])
    #expect(Set(estate.observations.map(\.path)).count == 24)
    #expect(Self.names(folder) == ["probes.json"])
  }
}
