extension Duration {
  /// Milliseconds, to the microsecond.
  public var roundedMilliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds * 1_000_000 + (attoseconds + 500_000_000_000) / 1_000_000_000_000) / 1000
  }

  /// `2.12 ms`.
  public var millisecondText: String {
    let hundredths = Int((roundedMilliseconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) ms"
  }
}
