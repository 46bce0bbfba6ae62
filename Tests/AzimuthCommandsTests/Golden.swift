import Glibc
import Testing

/// Compares output with what a file under `Tests/Golden` holds. `UPDATE_GOLDEN=1` writes the files anew.
enum Golden {
  static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let path = Paths.golden(name)
    if getenv("UPDATE_GOLDEN") != nil {
      write(text, to: path)
      return
    }
    guard let expected = read(path) else {
      Issue.record("no golden file \(name); UPDATE_GOLDEN=1 writes it", sourceLocation: sourceLocation)
      return
    }
    guard expected != text else { return }
    Issue.record("\(name) differs:\n\(difference(expected, text))", sourceLocation: sourceLocation)
  }

  /// The first lines that differ.
  private static func difference(_ expected: String, _ actual: String) -> String {
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    let show = { (lines: [Substring], mark: String) in
      lines.dropFirst(first).prefix(5).map { "\(mark) \($0)" }.joined(separator: "\n")
    }
    return "line \(first + 1)\n\(show(left, "-"))\n\(show(right, "+"))"
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }
}
