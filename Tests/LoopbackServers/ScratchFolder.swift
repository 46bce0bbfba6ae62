import Glibc

/// A folder of a test's own; removed with the files in it.
public final class ScratchFolder: Sendable {
  public let path: String

  /// A new folder; nil where there is no room for one.
  public init?() {
    var template = Array("/tmp/azimuth-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { return nil }
    path = String(cString: made)
    // Servers drop their rights and have to read what lies here.
    chmod(path, 0o755)
  }

  deinit {
    guard let handle = opendir(path) else { return }
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      unlink("\(path)/\(name)")
    }
    closedir(handle)
    rmdir(path)
  }

  /// The path of a file in it.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and gives its path.
  @discardableResult public func write(_ text: String, _ name: String) -> String {
    guard let file = fopen(self.file(name), "w") else { return self.file(name) }
    fputs(text, file)
    fclose(file)
    return self.file(name)
  }

  /// What a file holds; empty where it isn't there.
  public func text(_ name: String) -> String {
    guard let file = fopen(self.file(name), "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
