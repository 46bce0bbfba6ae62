/// Which packets one MSEE counted in a packet-count test.
public struct PassedPackets: Sendable, Hashable {
  /// Packets that came from on-premises into the MSEE.
  public let received: Bool
  /// Packets that left the MSEE toward on-premises.
  public let sent: Bool

  public init(received: Bool, sent: Bool) {
    self.received = received
    self.sent = sent
  }

  /// The four there are.
  public static let all = [true, false].flatMap { received in
    [true, false].map { PassedPackets(received: received, sent: $0) }
  }

  /// The tables' notation: `RS`, `R-`, `-S` or `--`.
  public var code: String { (received ? "R" : "-") + (sent ? "S" : "-") }
}
