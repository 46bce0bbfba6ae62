/// A moment, as Azure writes it: ISO 8601 with up to nine digits behind the second.
///
/// - Source: ExpressRoute semantics F.3: usual decoders take three digits or fail.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  public let nanoseconds: Int32

  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Reads `2026-05-29T10:11:12.1234567Z`, with an offset (`+02:00`) or none (UTC), with a blank for the `T`, or the
  /// day alone; nil for anything else, days and times that don't exist among them.
  public init?(_ text: some StringProtocol) {
    var rest = text.utf8.map { $0 }[...]
    guard let year = Self.number(&rest, 4), Self.take(&rest, "-"), let month = Self.number(&rest, 2),
      Self.take(&rest, "-"), let day = Self.number(&rest, 2), (1...12).contains(month),
      (1...Self.days(month, of: year)).contains(day)
    else { return nil }
    let days = Self.daysSince1970(year, month, day)
    guard !rest.isEmpty else {
      self.init(seconds: days * 86_400)
      return
    }
    guard Self.take(&rest, "T") || Self.take(&rest, "t") || Self.take(&rest, " "),
      let hour = Self.number(&rest, 2), Self.take(&rest, ":"), let minute = Self.number(&rest, 2), hour < 24,
      minute < 60
    else { return nil }
    var second: Int64 = 0
    var fraction: Int64 = 0
    if Self.take(&rest, ":") {
      guard let read = Self.number(&rest, 2), read <= 60 else { return nil }
      second = read
      if Self.take(&rest, ".") {
        let digits = rest.prefix { (48...57).contains($0) }
        guard (1...9).contains(digits.count) else { return nil }
        fraction = digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
        for _ in digits.count..<9 { fraction *= 10 }
        rest = rest.dropFirst(digits.count)
      }
    }
    guard let offset = Self.offset(&rest), rest.isEmpty else { return nil }
    self.init(
      seconds: days * 86_400 + hour * 3600 + minute * 60 + second - offset, nanoseconds: Int32(fraction))
  }

  /// Seconds from another moment to this one; negative where this one is earlier.
  public func interval(since other: Timestamp) -> Double {
    Double(seconds - other.seconds) + Double(nanoseconds - other.nanoseconds) / 1e9
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// The moment in UTC, to the second.
  public var description: String {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let time = seconds - day * 86_400
    // Days since 0000-03-01, so that the leap day ends a year (the civil calendar's usual reckoning).
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let date =
      "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfYear - (153 * monthIndex + 2) / 5 + 1, 2))"
    return "\(date)T\(Self.padded(time / 3600, 2)):\(Self.padded(time / 60 % 60, 2)):\(Self.padded(time % 60, 2))Z"
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, _ byte: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: byte) else { return false }
    rest.removeFirst()
    return true
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ width: Int) -> Int64? {
    let digits = rest.prefix(width)
    guard digits.count == width, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest = rest.dropFirst(width)
    return digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
  }

  /// Seconds east of UTC.
  private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    if rest.isEmpty || take(&rest, "Z") || take(&rest, "z") { return 0 }
    let sign: Int64 = take(&rest, "+") ? 1 : take(&rest, "-") ? -1 : 0
    guard sign != 0, let hours = number(&rest, 2) else { return nil }
    _ = take(&rest, ":")
    return sign * (hours * 3600 + (number(&rest, 2) ?? 0) * 60)
  }

  private static func days(_ month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
