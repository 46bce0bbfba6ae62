public import IPAddressing

/// One line of a packet-count test: what one MSEE counted in one direction.
public struct PacketCount: Sendable, Hashable {
  /// Which way the counted packets went through the MSEE.
  public enum Direction: String, Sendable, Hashable {
    /// From on-premises into the MSEE.
    case received
    /// From the MSEE toward on-premises.
    case sent
  }

  public let source: IPAddress
  public let sourcePort: UInt16?
  public let destination: IPAddress
  public let destinationPort: UInt16?
  public let direction: Direction
  public let matches: UInt64
  /// Where it begins in the text that it was read from, from 1.
  public let line: Int

  /// The end on-premises: what it received came from there, what it sent goes there.
  public var onPremises: IPAddress { direction == .received ? source : destination }
  /// The end in Azure.
  public var azure: IPAddress { direction == .received ? destination : source }
  /// The port of the listening end, where the line names one.
  public var port: UInt16? { destinationPort ?? sourcePort }
}
