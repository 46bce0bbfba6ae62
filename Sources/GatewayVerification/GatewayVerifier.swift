public import AzureResources
internal import Estate
public import Findings
internal import HybridConnectivity
public import IPAddressing
internal import Routing

/// Checks a gateway from its provisioning to what it learned and announces.
///
/// - Source: VPN semantics B.1 to B.8; ExpressRoute semantics A.6 to A.9.
public struct GatewayVerifier: Sendable {
  private let catalog: GatewayCatalog

  public init(_ catalog: GatewayCatalog) { self.catalog = catalog }

  /// What is wrong with a gateway.
  ///
  /// - Parameter expected: Prefixes on-premises that the gateway must know.
  /// - Returns: nil for an id that is no gateway of the snapshot.
  /// - Complexity: O(connections + observed routes).
  public func verify(_ id: ResourceID, expecting expected: [IPPrefix] = []) -> Verification? {
    guard let gateway = catalog.gateway(id) else { return nil }
    let subject = GatewaySubject(gateway, catalog, expected: expected)
    var checks = ProvisioningChecks(subject).checks
    checks += SubnetChecks(subject).checks
    checks += CapabilityChecks(subject).checks
    checks += TroubleshootChecks(subject).ofGateway
    checks += SiteChecks(subject).checks
    checks += ConnectionEndChecks(subject).checks
    checks += ConnectionChecks(subject).checks
    checks += TroubleshootChecks(subject).ofConnections
    checks += PeerChecks(subject).checks
    checks += RouteChecks(subject).checks
    checks += ClientChecks(subject).checks
    checks += RedundancyChecks(subject).checks
    checks += LoadChecks(subject).checks
    return Verification(of: id, checks: checks, missing: subject.missing(checks))
  }
}
