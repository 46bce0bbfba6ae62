internal import JSONReading
internal import Synchronization

/// A parser kept from one resource to the next: making one, and buffers for it, takes as long as many a resource's text.
enum SpareParser {
  private static let spare = Mutex<JSONParser?>(nil)
  /// A parser that has read a longer text isn't kept, since its buffers stay as large.
  private static let longestText = 1 << 20

  /// The spare parser, or a new one where another thread has it; nil when memory is short.
  static func take() -> JSONParser? {
    if let parser = spare.withLock({ $0.take() }) { return parser }
    return JSONParser()
  }

  /// Keeps a parser for the next one who needs it.
  static func keep(_ parser: consuming JSONParser, after length: Int) {
    guard length <= longestText else { return }
    var parser: JSONParser? = parser
    spare.withLock { $0 = parser.take() }
  }
}
