import Glibc
public import JSONDocument
import JSONReading

/// JSON in files, for tests.
public enum JSONFile {
  /// The file's value; nil where it can't be read or is no JSON.
  public static func value(_ path: String) -> JSONValue? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return try? JSONParser.value(of: bytes)
  }
}
