import Glibc
import JSONDocument
import JSONReading
import Testing

/// The worked examples: files of a configuration in short form, questions about it, and what Azure answers.
///
/// They are kept outside the package, in the folder `examples` of the folder that `AZIMUTH_REFERENCE` names.
enum ReferenceExample {
  static var folder: String? { getenv("AZIMUTH_REFERENCE").map { "\(String(cString: $0))/examples" } }

  static let absence: Comment = "AZIMUTH_REFERENCE names no folder with examples"

  /// The example whose file name begins with `number`, such as `01`.
  static func load(_ number: String) throws -> JSONValue {
    let folder = try #require(folder)
    let name = try #require(names.first { $0.hasPrefix("\(number)-") }, "no example \(number)")
    return try JSONParser.value(of: try bytes("\(folder)/\(name)"))
  }

  /// The file names of all examples, in order.
  static var names: [String] {
    guard let folder, let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".json") { names.append(name) }
    }
    return names.sorted()
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"), "can't open \(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}

extension JSONValue {
  /// The texts of a list of texts.
  var texts: [String] { elements?.compactMap(\.text) ?? [] }

  /// The elements under a key; none where it is absent.
  func list(_ key: String) -> [JSONValue] { self[key]?.elements ?? [] }

  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
