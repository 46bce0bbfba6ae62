/// A place between on-premises and Azure, numbered as in "Verify ExpressRoute connectivity".
public enum NetworkPoint: Int, Sendable, Hashable, CaseIterable, Comparable {
  case customerCompute = 1
  case customerEdge = 2
  case providerEdge = 3
  case providerMicrosoftEdge = 4
  case microsoftEdge = 5
  case gateway = 6
  case azureCompute = 7

  /// What it is, as the guide says it; from `readings.tsv`.
  public var name: String { Reading.of(.points, "\(rawValue)")?.meaning ?? "" }

  /// The order of a packet from on-premises.
  public static func < (left: NetworkPoint, right: NetworkPoint) -> Bool { left.rawValue < right.rawValue }
}
