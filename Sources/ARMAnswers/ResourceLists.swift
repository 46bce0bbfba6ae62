internal import AzureResources
internal import Estate
internal import JSONDocument

/// Lists of resources, in the order of the snapshot.
struct ResourceLists {
  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  /// The resources of one type, whole.
  ///
  /// - Complexity: O(resources).
  func resources(in scope: ARMTarget.Scope, ofType type: String) -> [JSONValue] {
    ids(in: scope).filter { Self.isOfType($0, type) }.compactMap { estate.json($0) }
  }

  /// What `/resources` lists: resources with a life of their own, each without its properties.
  ///
  /// - Complexity: O(resources).
  func resources(in scope: ARMTarget.Scope, _ filter: ResourceFilter) -> [JSONValue] {
    ids(in: scope).filter { id in
      id.resourceGroup != nil && id.kind != .resourceGroup && filter.admits(id)
    }.compactMap { id in
      guard let json = estate.json(id), Self.isTracked(id, json), filter.admits(json) else { return nil }
      return Self.generic(id, json)
    }
  }

  /// The children of a resource under one type, whether they are nested in it or came on their own; nil for a part
  /// that neither the snapshot nor Azimuth's list of types knows.
  ///
  /// - Complexity: O(resources).
  func children(of owner: ResourceID, type: String) -> [JSONValue]? {
    let own = estate.json(owner)
    let nested = (own?["properties"]?[type] ?? own?[type])?.elements
    let prefix = "\(owner.text)/\(type)/"
    let separate = estate.records.map(\.id).filter { id in
      id.text.begins(with: prefix) && !id.text.utf8.dropFirst(prefix.utf8.count).contains(UInt8(ascii: "/"))
    }
    let isKnown =
      ResourceKind(typeName: "\(owner.type)/\(type)") != .other
      || Self.parts[owner.kind]?.contains(type.lowercased()) == true
    guard nested != nil || !separate.isEmpty || isKnown else { return nil }
    var seen: Set<ResourceID> = []
    var list: [JSONValue] = []
    for element in nested ?? [] {
      let id = element["name"]?.text.flatMap { owner.child(type, $0) } ?? element["id"]?.text.flatMap { ResourceID($0) }
      if let id, !seen.insert(id).inserted { continue }
      list.append(id.flatMap { estate.record($0) }.flatMap { estate.text.value(at: $0.source) } ?? element)
    }
    return list + separate.filter { seen.insert($0).inserted }.compactMap { estate.json($0) }
  }

  /// Parts that Azimuth has no kind for; a resource without them has an empty list.
  private static let parts: [ResourceKind: Set<String>] = [
    .expressRouteCircuit: ["authorizations"], .expressRoutePeering: ["connections", "peerconnections"],
  ]

  private func ids(in scope: ARMTarget.Scope) -> [ResourceID] {
    estate.records.lazy.map(\.id).filter { id in
      id.subscription?.matches(scope.subscription) == true
        && scope.group.map { id.resourceGroup?.matches($0) == true } ?? true
    }
  }

  static func isOfType(_ id: ResourceID, _ type: String) -> Bool {
    let kind = ResourceKind(typeName: type)
    return kind != .other ? id.kind == kind : id.kind == .other && id.type.matches(type)
  }

  /// ARM tracks what has a region; subnets, rules and other parts are their parent's.
  private static func isTracked(_ id: ResourceID, _ json: JSONValue) -> Bool {
    id.parent == nil || json["location"]?.text != nil
  }

  private static let genericKeys = [
    "location", "tags", "kind", "sku", "plan", "identity", "managedBy", "zones", "extendedLocation",
  ]

  private static func generic(_ id: ResourceID, _ json: JSONValue) -> JSONValue {
    var object = JSONObject([
      ("id", .string(id.text)), ("name", json["name"] ?? .string(String(id.name))),
      ("type", json["type"] ?? .string(id.type)),
    ])
    for key in genericKeys {
      if let value = json[key], value != .null { object[key] = value }
    }
    return .object(object)
  }
}
