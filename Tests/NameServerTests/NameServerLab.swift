import FoundationEssentials
import Glibc
import Testing

/// Estates whose names real servers on loopback answer: see `lab.py`.
enum NameServerLab {
  /// What the servers answered somebody.
  struct Answer: Sendable, Hashable, Decodable {
    let asker: String
    let name: String
    let status: String
    let records: [[String]]
  }

  static let root = String(#filePath.dropLast("Tests/NameServerTests/NameServerLab.swift".count))

  /// What this machine lacks; nil where nothing.
  static let obstacle: String? = {
    for program in ["python3", "unbound", "nsd", "drill"]
    where shell("PATH=$PATH:/usr/sbin command -v \(program)").status != 0 {
      return "\(program) is not installed (apt-get install python3 unbound nsd ldnsutils)"
    }
    return nil
  }()

  /// What the servers of an estate answer to questions.
  static func answers(_ snapshot: String, _ dns: String, _ questions: [[String]]) throws -> [Answer] {
    let folder = "/tmp/azimuth-names-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    try #require(mkdir(folder, 0o700) == 0)
    defer { _ = shell("rm -r '\(folder)'") }
    try write(snapshot, "\(folder)/snapshot.json")
    try write(dns, "\(folder)/dns.json")
    try write(String(decoding: JSONEncoder().encode(questions), as: UTF8.self), "\(folder)/questions.json")
    let run = shell(
      "timeout 300 python3 '\(root)Tests/NameServerTests/lab.py' '\(folder)/snapshot.json' '\(folder)/dns.json'"
        + " '\(folder)/questions.json'")
    try #require(run.status == 0, "lab.py fails: \(run.output)")
    return try JSONDecoder().decode([Answer].self, from: Data(run.output.utf8))
  }

  static func text(_ path: String) throws -> String {
    let file = try #require(fopen("\(root)\(path)", "r"), "no file \(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, _ path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    var copy = text
    let written = copy.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
    try #require(written == text.utf8.count)
  }

  private static func shell(_ line: String) -> (output: String, status: Int32) {
    guard let pipe = popen("{ \(line); } 2>&1", "r") else { return ("", -1) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    return (String(decoding: bytes, as: UTF8.self), pclose(pipe))
  }
}
