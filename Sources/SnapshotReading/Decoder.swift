internal import AzureResources
internal import JSONReading
internal import Synchronization

/// A parser and what it has read before, for one job after the other: a parser's buffers take as long to make as many
/// an element to read.
final class Decoder: Sendable {
  struct Contents: ~Copyable {
    var parser: JSONParser
    var memory = DecodingMemory()
  }

  /// Held by one job at a time.
  let contents: Mutex<Contents>

  /// nil when memory is short.
  init?() {
    guard let parser = JSONParser() else { return nil }
    contents = Mutex(Contents(parser: parser))
  }
}
