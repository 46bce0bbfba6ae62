import Glibc
import Testing

/// A folder of its own for a test's files.
struct TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/azimuth-snapshot-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    path = String(cString: made)
  }

  func remove() { _ = system("chmod -R u+rwx '\(path)'; rm -r '\(path)'") }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Collection<UInt8>) throws -> String {
    let path = "\(path)/\(name)"
    let file = try #require(fopen(path, "w"), "can't write \(path)")
    defer { fclose(file) }
    let copy = Array(bytes)
    try #require(fwrite(copy, 1, copy.count, file) == copy.count)
    return path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

  /// Makes a folder in it and gives its path.
  func folder(_ name: String) throws -> String {
    let path = "\(path)/\(name)"
    try #require(mkdir(path, 0o755) == 0)
    return path
  }
}
