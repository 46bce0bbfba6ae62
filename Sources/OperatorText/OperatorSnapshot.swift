public import AzureResources
public import HybridConnectivity
internal import JSONDocument

/// Turns pasted tables into a snapshot's text, so that every command reads them as it reads recorded calls.
///
/// Each element stands on the line on which its table begins in the pasted text: places that are printed are right.
public struct OperatorSnapshot {
  private let circuit: ResourceID
  private let name: String
  private let path: DevicePath?
  private let peering: PeeringType

  /// - Parameters:
  ///   - circuit: The circuit that tables are of which don't say it themselves.
  ///   - name: The file's name, for errors.
  ///   - path: The path that the user gave the text for; nil where the text has to say it.
  ///   - peering: The peering, where the text doesn't say it.
  public init(circuit: ResourceID, named name: String, path: DevicePath?, peering: PeeringType) {
    self.circuit = circuit
    self.name = name
    self.path = path
    self.peering = peering
  }

  /// A JSON list of resources and observations.
  ///
  /// - Throws: `OperatorTextError` for a table of another circuit or path, and one that doesn't say its path.
  public func text(of tables: [OperatorTable]) throws(OperatorTextError) -> String {
    var text = "["
    var line = 1
    var isFirst = true
    for table in tables {
      try check(table)
      let element = try self.element(table)
      if !isFirst { text += "," }
      isFirst = false
      if table.line > line { text += String(repeating: "\n", count: table.line - line) }
      line = max(line, table.line)
      text += JSONWriter.text(element, layout: .compact)
    }
    return text + "]\n"
  }

  /// Whether a table is of this circuit, as far as the text tells.
  private func check(_ table: OperatorTable) throws(OperatorTextError) {
    if let other = written(table) ?? table.command?.circuit, other.lowercased() != circuit.name.lowercased() {
      throw OperatorTextError(
        name, line: table.line,
        "\(table.kind == .circuit ? "this" : "the \(table.title)") is of circuit \(other), not of \(circuit.name)",
        remedy: "Give the tables of one circuit, or name the circuit \(other).")
    }
    if let path, let other = table.command?.path, other != path {
      throw OperatorTextError(
        name, line: table.line,
        "the \(table.title) is of the \(other.rawValue) path, and was given for the \(path.rawValue) one",
        remedy: "Give it with --\(other.rawValue).")
    }
  }

  /// The circuit's name in a text about it or one of its peerings.
  private func written(_ table: OperatorTable) -> String? {
    guard table.kind == .circuit || table.kind == .peering else { return nil }
    let segments = table.json.text("id")?.split(separator: "/").map(String.init) ?? []
    if let type = segments.lastIndex(where: { $0.lowercased() == "expressroutecircuits" }), type + 1 < segments.count {
      return segments[type + 1]
    }
    return table.kind == .circuit ? table.json.text("name") : nil
  }

  private func element(_ table: OperatorTable) throws(OperatorTextError) -> JSONValue {
    switch table.kind {
    case .circuit: return resource(table.json, id: circuit, type: "Microsoft.Network/expressRouteCircuits")
    case .peering:
      let name = table.json.text("peeringType") ?? table.json["properties"]?.text("peeringType") ?? peering.rawValue
      let id = circuit.child("peerings", name) ?? circuit
      return resource(table.json, id: id, type: "Microsoft.Network/expressRouteCircuits/peerings")
    case .resource: return table.json
    case .arpTable: return try observation(.arpTable, table)
    case .routeTable: return try observation(.routeTable, table)
    case .routeSummary: return try observation(.routeSummary, table)
    case .statistics: return try observation(.statistics, table)
    case .gatewayRoutes, .bgpPeerStatus:
      throw OperatorTextError(
        name, line: table.line, "the \(table.title) is a gateway's, not a circuit's",
        remedy: "Save it as JSON in the snapshot, as an observation of the gateway's call.")
    case .failure: return try failure(table)
    }
  }

  /// A resource under the id by which the snapshot knows it.
  private func resource(_ json: JSONValue, id: ResourceID, type: String) -> JSONValue {
    guard case .object(var object) = json else { return json }
    object["id"] = .string(id.text)
    object["name"] = .string(String(id.name))
    object["type"] = .string(type)
    object["resourceGroupName"] = nil
    return .object(object)
  }

  private func observation(_ call: CircuitCall, _ table: OperatorTable) throws(OperatorTextError) -> JSONValue {
    try observation(call, table, peering: table.command?.peering ?? peering, status: 200, table.json)
  }

  private func observation(
    _ call: CircuitCall, _ table: OperatorTable, peering: PeeringType, status: Int64, _ answer: JSONValue
  ) throws(OperatorTextError) -> JSONValue {
    var path = "\(circuit.text)/peerings/\(peering.rawValue)/\(call.rawValue)"
    if call != .statistics {
      guard let device = self.path ?? table.command?.path else {
        throw OperatorTextError(
          name, line: table.line, "the \(table.title) doesn't say which path it is of",
          remedy: "Give it with --primary or --secondary, or leave the command that printed it in the text.")
      }
      path += "/\(device.rawValue)"
    }
    return [
      "method": .string(call.method), "path": .string(path), "status": .integer(status), "response": answer,
      "supplied": true,
    ]
  }

  /// An error stands for the call that failed: both paths', where neither the text nor the user says which.
  private func failure(_ table: OperatorTable) throws(OperatorTextError) -> JSONValue {
    let verb = table.json.text("verb") ?? ""
    let named = table.json.text("peering").flatMap { PeeringType(name: $0) } ?? peering
    let call: CircuitCall =
      verb.contains("arp")
      ? .arpTable
      : verb.contains("summary")
        ? .routeSummary : verb.contains("route-tables") || verb.contains("routetable") ? .routeTable : .statistics
    let answer: JSONValue = ["error": table.json["error"] ?? .null]
    let status = table.json.integer("status") ?? 400
    let isPlaced = call == .statistics || path != nil || table.command?.path != nil
    return try observation(isPlaced ? call : .statistics, table, peering: named, status: status, answer)
  }
}
