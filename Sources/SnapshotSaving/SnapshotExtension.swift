internal import JSONDocument
internal import JSONReading

/// The text of a native snapshot with observations added; every other byte stays as it was.
enum SnapshotExtension {
  /// A snapshot of these observations alone.
  static func new(_ observations: [JSONValue]) -> [UInt8] {
    Array("{\n  \"azimuth\": 1,\n  \"resources\": [],\n  \"observations\": [\(rows(observations))\n  ]\n}\n".utf8)
  }

  /// The text with the observations at the end of its list.
  ///
  /// - Throws: `SnapshotSavingError.Reason` for text that is no native snapshot.
  static func extended(_ text: [UInt8], _ observations: [JSONValue]) throws(Reason) -> [UInt8] {
    try check(text)
    var scanner = TopLevelScanner(text)
    guard let members = scanner.members() else { throw Reason(.notASnapshot("it is no JSON object")) }
    let rows = rows(observations)
    guard let list = members.ranges["observations"] else {
      // There is `azimuth` at least, so a comma is in place.
      return Array(text[..<members.lastEnd]) + Array(",\n  \"observations\": [\(rows)\n  ]".utf8)
        + Array(text[members.lastEnd...])
    }
    guard text[list.lowerBound] == UInt8(ascii: "[") else {
      throw Reason(.notASnapshot("its observations are no list"))
    }
    var end = list.upperBound - 1
    while isBlank(text[end - 1]) { end -= 1 }
    let isEmpty = end - 1 == list.lowerBound
    return Array(text[..<end]) + Array(((isEmpty ? "" : ",") + rows + "\n  ").utf8)
      + Array(text[(list.upperBound - 1)...])
  }

  /// Reasons as an error of their own: the path is added where it is known.
  struct Reason: Error {
    let reason: SnapshotSavingError.Reason

    init(_ reason: SnapshotSavingError.Reason) { self.reason = reason }
  }

  /// Parses all of it: text that is broken anywhere isn't extended.
  private static func check(_ text: [UInt8]) throws(Reason) {
    guard var parser = JSONParser() else { throw Reason(.system("not enough memory")) }
    let padded = text + [UInt8](repeating: 0, count: JSONParser.padding)
    let found: Result<String?, JSONSyntaxError> = padded.withUnsafeBytes { bytes in
      do throws(JSONSyntaxError) {
        return .success(
          try parser.withValue(in: UnsafeRawBufferPointer(rebasing: bytes[..<text.count])) { root -> String? in
            guard let version = root["azimuth"] else { return nil }
            return version.integer.map { "\($0)" } ?? "no number"
          })
      } catch {
        return .failure(error)
      }
    }
    switch found {
    case .success("1"): return
    case .success(nil): throw Reason(.notASnapshot("it has no \"azimuth\": 1"))
    case .success(let version?): throw Reason(.unsupportedVersion(version))
    case .failure(let error): throw Reason(.notASnapshot("byte \(error.offset): \(error.reasonText)"))
    }
  }

  private static func rows(_ observations: [JSONValue]) -> String {
    observations.map { "\n    " + JSONWriter.text($0, layout: .compact) }.joined(separator: ",")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
