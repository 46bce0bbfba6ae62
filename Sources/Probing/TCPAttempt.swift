/// One connection of a TCP probe, opened and closed again.
public struct TCPAttempt: Sendable, Hashable {
  /// From 0; 0 is a warm-up where there is one.
  public let number: Int
  /// Whether it counts in no statistics: the first connection pays for what later ones find in caches.
  public let isWarmUp: Bool
  /// This machine's end; nil where no connection came about.
  public let source: SocketAddress?
  /// How long it took from the first packet to the connection, or why there is none.
  public let result: Result<Duration, ConnectionError>
}
