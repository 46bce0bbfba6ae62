/// Where the tests' files are.
enum Paths {
  /// The repository, with a slash at its end.
  static let root = String(#filePath.dropLast("Tests/AzimuthCommandsTests/Paths.swift".count))

  static func fixture(_ name: String) -> String { "\(root)Tests/Fixtures/\(name)" }

  static func golden(_ name: String) -> String { "\(root)Tests/Golden/\(name)" }

  /// The text with the repository's place left out: it differs from machine to machine.
  static func withoutRoot(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: root) {
      result += rest[..<range.lowerBound]
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
