internal import AzureResources
internal import Estate
internal import HybridConnectivity
internal import IPAddressing
internal import Reporting

/// What there is to say about the tables of a circuit's peering: that they are of another link, or not of one time.
struct CircuitNotices {
  private let catalog: CircuitCatalog
  private let id: ResourceID
  private let type: PeeringType
  private let estate: Estate
  private let observations: CircuitObservations

  /// A table of one path that its addresses speak against.
  private struct Stray {
    let title: String
    let path: DevicePath
    let stamp: ObservationStamp
    let mismatch: TableMismatch
    /// Routes may come by other ways: their next hops prove nothing.
    let isProof: Bool
  }

  init(_ catalog: CircuitCatalog, _ id: ResourceID, _ type: PeeringType, _ estate: Estate) {
    self.catalog = catalog
    self.id = id
    self.type = type
    self.estate = estate
    observations = catalog.observations(of: id)
  }

  var all: [Notice] {
    let strays = self.strays.map { Notice(.warning, sentence($0)) }
    let twice = observations.unplaced.map { stamp in
      Notice(
        .warning, "\(estate.text.place(of: stamp.source)) is no table of \(DisplayName.of(id)) that can be read")
    }
    return strays + twice + times
  }

  /// - Throws: where a pasted table isn't of the link that it was given for.
  func refuseForeignTexts() throws(CommandError) {
    guard let stray = strays.first(where: { $0.stamp.isSupplied && $0.isProof }) else { return }
    let remedy =
      switch stray.mismatch {
      case .otherPath: "Give it with --\(stray.path.other.rawValue)."
      case .foreign: "Give the table of \(DisplayName.of(id)), or name the circuit that it is of."
      }
    throw CommandError(message: sentence(stray), remedy: remedy)
  }

  private func sentence(_ stray: Stray) -> String {
    let place =
      "\(estate.text.place(of: stray.stamp.source)): the \(stray.title) given for the \(stray.path.rawValue) path"
    let link = catalog.circuit(id)?.peering(type)?.prefix(stray.path)?.text ?? ""
    return switch stray.mismatch {
    case .otherPath(let address):
      "\(place) is of the \(stray.path.other.rawValue) one: \(address) is on that link, not on \(link)"
    case .foreign(let address):
      "\(place) is of another circuit, or older than the peering: \(address) is on neither link of \(DisplayName.of(id))"
    }
  }

  private var strays: [Stray] {
    guard let peering = catalog.circuit(id)?.peering(type) else { return [] }
    return DevicePath.allCases.flatMap { path -> [Stray] in
      var found: [Stray] = []
      if let table = observations.arpTable(type, path).latest,
        let mismatch = TableMismatch(table.content, of: peering, path)
      {
        found.append(Stray(title: "ARP table", path: path, stamp: table.stamp, mismatch: mismatch, isProof: true))
      }
      if let table = observations.routeSummary(type, path).latest,
        let mismatch = TableMismatch(table.content, of: peering, path)
      {
        found.append(
          Stray(title: "route table summary", path: path, stamp: table.stamp, mismatch: mismatch, isProof: true))
      }
      if let table = observations.routeTable(type, path).latest,
        let mismatch = TableMismatch(table.content, of: peering, path)
      {
        let isProof = if case .otherPath = mismatch { true } else { false }
        found.append(Stray(title: "route table", path: path, stamp: table.stamp, mismatch: mismatch, isProof: isProof))
      }
      return found
    }
  }

  /// The most seconds between tables that are read as of one time.
  private static let oneTime = 86_400.0

  /// That the tables which are held against each other were not recorded at one time.
  private var times: [Notice] {
    let stamps = DevicePath.allCases.flatMap { path in
      [
        observations.arpTable(type, path).latest?.stamp, observations.routeTable(type, path).latest?.stamp,
        observations.routeSummary(type, path).latest?.stamp,
      ].compactMap { $0 }
    }
    let moments = stamps.compactMap(\.observedAt).sorted()
    var found: [Notice] = []
    if let first = moments.first, let last = moments.last, last.interval(since: first) > Self.oneTime {
      let days = Int(last.interval(since: first) / Self.oneTime)
      found.append(
        Notice(
          .warning,
          "the tables are \(days) day\(days == 1 ? "" : "s") apart, \(first) to \(last): what differs may have changed"
            + " meanwhile"))
    }
    return found
  }
}
