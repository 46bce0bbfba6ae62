import Glibc
import Testing

/// Runs shell commands: the tests ask the shells and `groff` what they think of generated text.
enum Subprocess {
  /// What a command prints on both streams, and how it ends.
  static func run(_ command: String) throws -> (output: String, status: Int32) {
    let pipe = try #require(popen("exec 2>&1; " + command, "r"))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    return (String(decoding: bytes, as: UTF8.self), pclose(pipe))
  }

  /// Whether a program is installed.
  static func has(_ program: String) -> Bool {
    (try? run("command -v \(program)").status) == 0
  }

  /// Calls `body` with the path of a file that holds `text`, and removes the file.
  static func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    var path = Array("/tmp/azimuth-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    let file = try #require(fdopen(descriptor, "w"))
    fputs(text, file)
    fclose(file)
    let name = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(name) }
    return try body(name)
  }
}
