public import IPAddressing

/// The addresses at which the host of a machine itself answers.
public enum PlatformAddress {
  /// 168.63.129.16: DNS, health probes, the machine's agent.
  public static let wireServer = IPAddress.v4(IPv4Address(bits: 0xa83f_8110))
  /// 169.254.169.254: the metadata service.
  public static let metadataService = IPAddress.v4(IPv4Address(bits: 0xa9fe_a9fe))

  /// Whether the host answers at an address, so that no route touches its packets.
  ///
  /// - Source: routing semantics B-113, B-114.
  public static func contains(_ address: IPAddress) -> Bool { address == wireServer || address == metadataService }
}
