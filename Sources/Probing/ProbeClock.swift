internal import Glibc

/// The time, for what is recorded.
public enum ProbeClock {
  /// Now, in UTC, as ISO 8601 to the second.
  public static var now: String { UTCTime.text(Int64(time(nil))) }

  /// This machine's name; `localhost` where it has none.
  public static var hostName: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
    let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return name.isEmpty ? "localhost" : name
  }
}
