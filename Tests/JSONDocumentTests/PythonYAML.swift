import Glibc
import JSONDocument
import Testing

/// The reader that most scripts use.
enum PythonYAML {
  static let isThere = (try? output(of: "python3 -c 'import yaml; print(1)' 2>/dev/null")) == "1\n"

  /// Pairs of YAML and JSON that don't read back alike, as Python prints them; empty where all do.
  static func differences(in pairs: JSONValue) throws -> String {
    let path = "/tmp/azimuth-yaml-\(getpid()).json"
    let file = try #require(fopen(path, "w"))
    fputs(JSONWriter.text(pairs), file)
    fclose(file)
    defer { unlink(path) }
    let script = """
      import json, yaml
      for text, wanted in json.load(open("\(path)")):
          read = yaml.safe_load(text)
          if json.dumps(read) != json.dumps(json.loads(wanted)): print(repr(text), wanted)
      """
    return try output(of: "python3 - 2>&1 <<'END'\n\(script)\nEND\n")
  }

  private static func output(of command: String) throws -> String {
    let pipe = try #require(popen(command, "r"))
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
