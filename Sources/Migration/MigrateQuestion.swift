public import Diagnosis
public import NameResolution
public import ProbeRecords

/// What is asked about a project.
public struct MigrateQuestion: Sendable {
  public var cloud = MigrateCloud.public
  /// The portal's list of names and addresses.
  public var settings: DNSSettings?
  /// Where the appliance is; nil where nobody says.
  public var asker: NameAsker?
  /// The appliance as the source of connections; nil where nobody says.
  public var source: EndpointReference?
  /// Names beyond the snapshot.
  public var declared = DeclaredNames()
  /// What probes saw from the appliance.
  public var probes = ProbeRecords()
  /// The appliance's proxy; nil where it has none.
  public var proxy: String?
  public var bypass: ProxyBypass?
  /// The error that the appliance shows; nil for a look at everything.
  public var error: MigrateErrorMessage?
  /// The account that registers the appliance, and its groups, by object ids in lower case.
  public var accounts: [String] = []

  public init() {}
}
