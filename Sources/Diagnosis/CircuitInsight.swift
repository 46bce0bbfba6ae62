internal import AzureResources
internal import CircuitVerification
internal import Estate
internal import HybridConnectivity

/// What is known of the estate's circuits, read when the first path leaves by one, and kept.
struct CircuitInsight {
  private let catalog: CircuitCatalog
  private let verifier: CircuitVerifier
  private var known: [ResourceID: CircuitVerification?] = [:]

  /// - Complexity: O(resources + observations).
  init(_ estate: Estate) {
    catalog = CircuitCatalog(estate)
    verifier = CircuitVerifier(estate, catalog)
  }

  /// The circuits that a gateway is connected to.
  func circuits(of gateway: ResourceID) -> [ResourceID] {
    var seen: Set<ResourceID> = []
    return catalog.connections.filter { $0.gateway == gateway }.compactMap(\.circuit).filter {
      seen.insert($0).inserted
    }
  }

  /// A circuit's verification; nil for one that the snapshot lacks.
  mutating func verification(of circuit: ResourceID) -> CircuitVerification? {
    if let found = known[circuit] { return found }
    let found = verifier.verify(circuit)
    known[circuit] = .some(found)
    return found
  }
}
