public import AzureResources
public import CustomerEdge
public import Estate
internal import Findings
public import HybridConnectivity
internal import PathAnalysis
internal import Routing

/// Verifies circuits in the order of "Verify ExpressRoute connectivity".
public struct CircuitVerifier: Sendable {
  private let estate: Estate
  private let catalog: CircuitCatalog
  private let model: ConnectivityModel?
  private let edge: CustomerEdge?
  private let moment: Timestamp?

  /// The checks, in the guide's order, and what the guide leaves to the person behind the step that it belongs to.
  static let checks: [any CircuitCheck.Type] = [
    ObservationTimeCheck.self,
    CircuitStatusCheck.self, ProviderStatusCheck.self, ProvisioningStateCheck.self, DirectPortCheck.self,
    PeeringPresenceCheck.self, PeeringStateCheck.self, PeeringPrefixCheck.self, AddressOverlapCheck.self,
    VLANCheck.self, ASNCheck.self, SharedKeyCheck.self, EdgeConfigurationCheck.self,
    ARPCheck.self, EdgeDeviceCheck.self,
    BGPSessionCheck.self, ReceivedPrefixCheck.self, PrefixLimitCheck.self, PathRedundancyCheck.self,
    SessionResetCheck.self, RouteSymmetryCheck.self, ASPathCheck.self, DefaultRouteCheck.self, AzurePrefixCheck.self,
    EdgeStateCheck.self,
    StatisticsCheck.self, AvailabilityCheck.self,
    ConnectionCheck.self, AuthorizationCheck.self, GatewaySessionCheck.self, GatewayPeerCheck.self,
    LearnedRouteCheck.self, AdvertisedRouteCheck.self, GatewaySKUCheck.self, MaintenanceCheck.self,
    PerformanceCheck.self,
    MicrosoftPrefixCheck.self, RouteFilterCheck.self, GlobalReachCheck.self, ResilienceCheck.self,
  ]

  /// - Parameters:
  ///   - model: How the circuit reaches Microsoft, where somebody knows; else it is inferred.
  ///   - edge: What the routers at the customer's end say of themselves, where somebody has their files.
  ///   - moment: Leaves out what was observed later; nil for all.
  public init(
    _ estate: Estate, _ catalog: CircuitCatalog, model: ConnectivityModel? = nil, edge: CustomerEdge? = nil,
    asOf moment: Timestamp? = nil
  ) {
    self.estate = estate
    self.catalog = catalog
    self.model = model
    self.edge = edge
    self.moment = moment
  }

  /// Verifies a circuit; nil for one whose configuration the snapshot lacks.
  ///
  /// - Complexity: O(text of its observations).
  public func verify(_ id: ResourceID) -> CircuitVerification? {
    guard let circuit = catalog.circuit(id) else { return nil }
    let subject = CircuitSubject(
      estate, catalog, circuit, model: model ?? ConnectivityModel(inferredFrom: circuit), edge: edge, asOf: moment)
    let findings = Self.checks.flatMap { $0.findings(subject) }
    return CircuitVerification(
      verification: Verification(of: circuit.id, checks: findings.map(\.check), missing: subject.missing(findings)),
      findings: findings, model: subject.model, isModelInferred: model == nil,
      chain: NetworkPointChain(findings, subject.model), reach: CircuitReach(subject.privatePeering))
  }
}
