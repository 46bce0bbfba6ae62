internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import HybridConnectivity
internal import OperatorText
internal import Reporting
internal import SnapshotReading

/// The circuit that a command was asked about, with all that snapshot and pasted tables say of it.
struct CircuitSubject {
  let estate: Estate
  let catalog: CircuitCatalog
  let id: ResourceID
  /// The peering that is meant.
  let type: PeeringType
  /// What there is to say about the tables.
  let notices: [Notice]

  /// nil where only tables of the circuit are known.
  var circuit: Circuit? { catalog.circuit(id) }
  var peering: CircuitPeering? { circuit?.peering(type) }
  var observations: CircuitObservations { catalog.observations(of: id) }
  var context: CircuitContext {
    CircuitContext(circuit: id, type: type, peering: peering, text: estate.text)
  }

  /// Reads the snapshot and the tables, and finds the circuit.
  ///
  /// - Parameters:
  ///   - name: ID, name or group/name; nil for the only one there is.
  ///   - peering: The peering that was asked for; nil for the private one, or the only one.
  /// - Throws: `CommandError` where there is no such circuit, or a table is another's or cut off.
  init(
    _ name: String?, peering: PeeringType?, tables: CircuitTableOptions, scope: ScopeOptions, _ session: Session
  ) throws {
    let texts = try CircuitTexts(tables, session)
    guard !texts.isEmpty else {
      estate = try session.estate()
      catalog = CircuitCatalog(estate)
      id = try CircuitFinder(catalog, estate, scope).find(name)
      type = peering ?? Self.usualPeering(of: id, catalog)
      notices = CircuitNotices(catalog, id, type, estate).all
      return
    }
    if session.hasSnapshot {
      guard !session.readsStandardInput else {
        throw UsageError(
          "a snapshot from standard input and tables can't be read together; save the snapshot to a file")
      }
      let known = try session.estate()
      let catalog = CircuitCatalog(known)
      id = try CircuitFinder(catalog, known, scope).find(name ?? texts.circuitName)
    } else {
      id = try texts.circuit(named: name, scope)
    }
    let additions = try texts.additions(for: id, peering ?? .privatePeering)
    estate = try session.estate(adding: additions)
    catalog = CircuitCatalog(estate)
    type = peering ?? Self.usualPeering(of: id, catalog)
    let notices = CircuitNotices(catalog, id, type, estate)
    try notices.refuseForeignTexts()
    self.notices = notices.all
  }

  /// The private peering, unless another is the only one that anything is known of.
  private static func usualPeering(of id: ResourceID, _ catalog: CircuitCatalog) -> PeeringType {
    let configured = catalog.circuit(id)?.peerings.compactMap(\.type) ?? []
    let observed = catalog.observations(of: id).peeringNames.compactMap { PeeringType(name: $0) }
    let all = Set(configured + observed)
    return all.count == 1 ? all.first ?? .privatePeering : .privatePeering
  }
}
