import Glibc
import JSONDocument
import JSONReading
import TestSupport
import Testing

/// The decision tables of the reference, kept outside the package in the folder that `AZIMUTH_REFERENCE` names.
enum ReferenceTables {
  static let absence: Comment = "AZIMUTH_REFERENCE names no folder with interpretation-tables.json"

  static var isAvailable: Bool { path.map { access($0, R_OK) == 0 } ?? false }

  /// One table, by its name.
  static func table(_ name: String) throws -> JSONValue {
    let path = try #require(path)
    let all = try JSONParser.value(of: try bytes(path))
    return try #require(all["tables"]?[name], "no table \(name)")
  }

  private static var path: String? { OutsideData.reference.map { "\($0)/interpretation-tables.json" } }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"), "can't open \(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
