public import AzureResources
public import Estate
public import HybridConnectivity
internal import IPAddressing
internal import JSONDocument
internal import TerminalText

/// The peering that tables are of, and how it and their times are printed.
public struct CircuitContext: Sendable {
  let circuit: ResourceID
  let type: PeeringType
  /// nil where the snapshot has no configuration of the peering.
  let peering: CircuitPeering?
  private let text: SnapshotText

  /// - Parameter text: the snapshot's, for the places of records.
  public init(circuit: ResourceID, type: PeeringType, peering: CircuitPeering?, text: SnapshotText) {
    self.circuit = circuit
    self.type = type
    self.peering = peering
    self.text = text
  }

  /// The members that every answer begins with.
  var members: [(String, JSONValue)] {
    [("schemaVersion", 1), ("circuit", .string(circuit.text)), ("peering", .string(type.rawValue))]
  }

  /// The lines above a table: the peering, and each path with its link and what is known of it.
  func heading<Content>(_ paths: PathPair<ObservationSeries<Content>>, for terminal: Terminal) -> String {
    var first = StyledText(DisplayName.of(circuit), .emphasis) + StyledText("  \(type.rawValue)")
    if let peering {
      let state = peering.isEnabled ? "" : "  \(peering.state ?? "")"
      first = first + StyledText(state, .warning)
      let facts = [
        peering.vlanID.map { "VLAN \($0)" }, peering.peerASNText.map { "peer ASN \($0)" },
        peering.azureASN.map { "Azure ASN \($0)" },
      ]
      first = first + StyledText(facts.compactMap { $0 }.map { "  " + $0 }.joined(), .dim)
    }
    let lines = [(DevicePath.primary, paths.primary), (.secondary, paths.secondary)].map { path, series in
      line(path) + Self.state(series)
    }
    return ([first] + lines).map { $0.rendered(terminal.colouring) + "\n" }.joined()
  }

  /// A path with its link's network and the two addresses on it.
  private func line(_ path: DevicePath) -> StyledText {
    let name = path.rawValue.prefix(1).uppercased() + path.rawValue.dropFirst()
    var line = StyledText(name + String(repeating: " ", count: 11 - name.count))
    for family in [AddressFamily.ipv4, .ipv6] {
      guard let link = peering?.prefix(path, family) else { continue }
      line = line + StyledText("\(link.text)", .dim)
      if let customer = link.customerAddress, let microsoft = link.microsoftAddress {
        line = line + StyledText(": customer \(customer), Microsoft \(microsoft)", .dim)
      }
      line = line + StyledText("  ")
    }
    return line
  }

  private static func state<Content>(_ series: ObservationSeries<Content>) -> StyledText {
    switch series.state {
    case .missing: StyledText("not recorded", .warning)
    case .failed(let failure): StyledText("error \(failure.status): \(failure.message ?? failure.code ?? "")", .error)
    case .observed(let observed):
      StyledText(observed.stamp.isSupplied ? "as given" : "observed \(time(observed.stamp))", .dim)
    }
  }

  static func time(_ stamp: ObservationStamp) -> String { stamp.observedAt.map { "\($0)" } ?? "at an unknown time" }

  /// One path's table with its record; null where there is none.
  func json<Content>(_ series: ObservationSeries<Content>, _ rows: (Content) -> JSONValue) -> JSONValue {
    switch series.state {
    case .missing: return nil
    case .failed(let failure):
      return [
        "observedAt": moment(failure.stamp), "recordedIn": .string(text.place(of: failure.stamp.source)),
        "status": .integer(Int64(failure.status)),
        "error": [
          "code": failure.code.map { .string($0) } ?? nil, "message": failure.message.map { .string($0) } ?? nil,
        ],
      ]
    case .observed(let observed):
      return [
        "observedAt": moment(observed.stamp), "recordedIn": .string(text.place(of: observed.stamp.source)),
        "value": rows(observed.content),
      ]
    }
  }

  func moment(_ stamp: ObservationStamp) -> JSONValue { stamp.observedAt.map { .string("\($0)") } ?? nil }
}

extension JSONValue {
  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  static func optional(_ number: Int64?) -> JSONValue { number.map { .integer($0) } ?? .null }
  static func optional(_ flag: Bool?) -> JSONValue { flag.map { .bool($0) } ?? .null }
}
