internal import JSONDocument
internal import JSONReading

/// Small files of JSON that options name.
enum JSONInputFile {
  static func read(_ path: String) throws(CommandError) -> JSONValue {
    guard let bytes = StandardInput.bytes(ofFile: path) else {
      throw CommandError(message: "\(path): the file can't be read")
    }
    do throws(JSONSyntaxError) {
      return try JSONParser.value(of: bytes)
    } catch {
      throw CommandError(message: "\(path): byte \(error.offset): \(error.reasonText)")
    }
  }
}
