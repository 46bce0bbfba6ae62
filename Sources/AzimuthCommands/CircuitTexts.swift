internal import AzureResources
internal import CommandLineParsing
internal import HybridConnectivity
internal import JSONDocument
internal import OperatorText
internal import SnapshotReading

/// The pasted tables that a command was given.
struct CircuitTexts {
  private let texts: [(name: String, path: DevicePath?, tables: [OperatorTable])]

  var isEmpty: Bool { texts.isEmpty }

  /// - Throws: `CommandError` for a file that can't be read, or isn't whole.
  init(_ options: CircuitTableOptions, _ session: Session) throws {
    var texts: [(String, DevicePath?, [OperatorTable])] = []
    for (name, path) in options.files {
      let bytes: [UInt8]
      if name == "-" {
        guard options.files.count(where: { $0.name == "-" }) == 1 else {
          throw CommandError(message: "standard input can be read only once", code: .usage)
        }
        bytes = try session.inputBytes()
      } else {
        guard let read = StandardInput.bytes(ofFile: name) else {
          throw CommandError(message: "\(name): the file can't be read", remedy: "Name an existing file.")
        }
        bytes = read
      }
      do throws(OperatorTextError) {
        texts.append((name, path, try OperatorTextParser.parse(UTF16Input.text(of: bytes), named: name)))
      } catch {
        throw CommandError(error)
      }
    }
    self.texts = texts
  }

  /// The circuit's name as the texts say it.
  var circuitName: String? {
    let tables = texts.flatMap(\.tables)
    let ids = tables.compactMap { table -> ResourceID? in
      guard table.kind == .circuit || table.kind == .peering else { return nil }
      return Self.id(of: table)
    }
    return ids.first.map { String($0.name) } ?? tables.lazy.compactMap { $0.command?.circuit }.first
      ?? tables.lazy.filter { $0.kind == .circuit }.compactMap { $0.json["name"]?.text }.first
  }

  /// The circuit, where there is no snapshot to find it in: by the texts' own ids, else by names.
  func circuit(named name: String?, _ scope: ScopeOptions) throws(CommandError) -> ResourceID {
    if let name, name.hasPrefix("/") {
      guard let id = ResourceID(name) else { throw .malformedID(name) }
      return id
    }
    let tables = texts.flatMap(\.tables)
    let parts = name?.split(separator: "/").map(String.init) ?? []
    let written = tables.lazy.compactMap(Self.id).first
    let found = parts.last ?? circuitName ?? "circuit"
    let command = tables.lazy.compactMap { $0.command?.resourceGroup }.first
    let group = parts.count == 2 ? parts[0] : scope.resourceGroup ?? written?.resourceGroup.map(String.init) ?? command
    let subscription = scope.subscription ?? written?.subscription.map(String.init)
    // What nobody says isn't made up: without a group the id is the type and the name.
    let place = group.map { "/subscriptions/\(subscription ?? "unknown")/resourceGroups/\($0)" } ?? ""
    let text = "\(place)/providers/Microsoft.Network/expressRouteCircuits/\(found)"
    guard let id = ResourceID(text) else { throw .malformedID(text) }
    return id
  }

  /// The texts as parts of a snapshot.
  func additions(for circuit: ResourceID, _ peering: PeeringType) throws -> [SnapshotAddition] {
    try texts.map { name, path, tables in
      do throws(OperatorTextError) {
        let text = try OperatorSnapshot(circuit: circuit, named: name, path: path, peering: peering).text(of: tables)
        return SnapshotAddition(name: name, text: text)
      } catch {
        throw CommandError(error)
      }
    }
  }

  /// The circuit's id that a table holds, with what is masked in it: `/providers/***/expressRouteCircuits/ckt`.
  private static func id(of table: OperatorTable) -> ResourceID? {
    guard let text = table.json["id"]?.text else { return nil }
    var segments = text.split(separator: "/").map(String.init)
    guard let type = segments.lastIndex(where: { $0.lowercased() == "expressroutecircuits" }), type >= 2,
      type + 1 < segments.count
    else { return nil }
    segments[type - 1] = "Microsoft.Network"
    return ResourceID("/" + segments[...(type + 1)].joined(separator: "/"))
  }
}

extension CommandError {
  /// What is wrong with a pasted text.
  init(_ error: OperatorTextError) {
    self.init(message: "\(error)", remedy: error.remedy)
  }
}
