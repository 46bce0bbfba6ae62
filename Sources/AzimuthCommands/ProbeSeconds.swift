internal import CommandLineParsing

/// A time of the command line, in seconds: `2`, `0.5`.
struct ProbeSeconds: ArgumentValue, Hashable {
  let duration: Duration
  private let text: String

  init(_ seconds: Int) {
    duration = .seconds(seconds)
    text = "\(seconds)"
  }

  init(argument: String) throws(ArgumentValueError) {
    guard let seconds = Double(argument), seconds.isFinite, 0...3600 ~= seconds else {
      throw ArgumentValueError("expected seconds from 0 to 3600, such as 2 or 0.5")
    }
    duration = .milliseconds(Int64((seconds * 1000).rounded()))
    text = argument
  }

  static var argumentPlaceholder: String { "SECONDS" }
  var argumentText: String { text }
}
