public import ExpressRouteFacts

/// What one MSEE counted; a number that nobody gave is unknown, not zero.
public struct RouterCounts: Sendable, Hashable {
  /// Packets from on-premises into the MSEE.
  public var received: UInt64?
  /// Packets from the MSEE toward on-premises.
  public var sent: UInt64?

  public init(received: UInt64? = nil, sent: UInt64? = nil) {
    self.received = received
    self.sent = sent
  }

  /// Whether both numbers are known.
  public var isComplete: Bool { received != nil && sent != nil }

  /// What it may have let pass, as far as the numbers tell: one where both are known, up to four.
  public var possibilities: [PassedPackets] {
    PassedPackets.all.filter { passed in
      received.map { ($0 > 0) == passed.received } ?? true && sent.map { ($0 > 0) == passed.sent } ?? true
    }
  }

  /// Whether both numbers are above zero and one is less than half of the other.
  ///
  /// - Source: ExpressRoute semantics A.10, count heuristics (inference).
  public var isUnbalanced: Bool {
    guard let received, let sent, received > 0, sent > 0 else { return false }
    return min(received, sent) < max(received, sent) - min(received, sent)
  }
}
