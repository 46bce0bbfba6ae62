internal import AzureResources
public import Estate
internal import JSONDocument

/// Applies changes to the documents of an estate's resources, and gives the estate that follows.
///
/// A child may be stated by its parent, by a document of its own, or by both: every place that states it is edited.
public struct EstateEditor {
  let estate: Estate
  /// The documents that were edited; nil where one was deleted.
  private var documents: [ResourceID: JSONValue?] = [:]

  public init(_ estate: Estate) { self.estate = estate }

  /// The estate after all changes made so far.
  ///
  /// - Complexity: O(resources), as linking.
  public var revised: Estate { estate.revised(documents) }

  /// Makes one change. False: the snapshot doesn't state what is to be changed, so nothing was done.
  ///
  /// - Complexity: O(size of the documents that state the resource).
  public mutating func make(_ change: Change) -> Bool {
    switch change {
    case .set(let id, let property, let value):
      return modify(id) { $0.setProperty(property, value == .null ? nil : value) }
    case .update(let id, let properties):
      return modify(id) { resource in
        for member in properties.members { resource.setProperty(member.key, member.value) }
      }
    case .add(let id, let property, let value):
      return modify(id) { resource in
        resource.setProperty(property, .array((resource.property(property)?.elements ?? []) + [value]))
      }
    case .put(let id, let properties, let location): return put(id, properties, location)
    case .delete(let id): return delete(id)
    case .approve(let endpoint, let connection): return approve(endpoint, connection)
    case .start(let id):
      return modify(id) { resource in
        let running: JSONValue = ["statuses": [["code": "PowerState/running"]]]
        resource.dropPowerState()
        resource.setProperty("instanceView", running)
      }
    case .synchronise(peering: let id): return synchronise(id)
    // A snapshot's configurations count as in force.
    case .deploy: return true
    }
  }

  func document(_ id: ResourceID) -> JSONValue? {
    if let edited = documents[id] { return edited }
    return estate.record(id).flatMap { estate.text.value(at: $0.source) }
  }

  /// The resource's document, or its part of its parent's.
  func statement(_ id: ResourceID) -> JSONValue? {
    if let own = document(id) { return own }
    guard let parent = id.parent.flatMap({ statement($0) }) else { return nil }
    return parent.children(Self.list(of: id)).first { Self.states($0, id) }
  }

  /// Edits a resource in every place that states it.
  mutating func modify(_ id: ResourceID, _ body: (inout JSONValue) -> Void) -> Bool {
    var isFound = false
    if var own = document(id) {
      body(&own)
      documents[id] = .some(own)
      isFound = true
    }
    guard let parent = id.parent, let outer = statement(parent),
      let position = outer.children(Self.list(of: id)).firstIndex(where: { Self.states($0, id) })
    else { return isFound }
    return modify(parent) { outer in
      outer.updateChildren(Self.list(of: id)) { children in
        if children.indices.contains(position), Self.states(children[position], id) { body(&children[position]) }
      }
    } || isFound
  }

  private mutating func put(_ id: ResourceID, _ properties: JSONObject, _ location: String?) -> Bool {
    let name = JSONValue.string(String(id.name))
    var resource = JSONObject([("id", .string(id.text)), ("name", name)])
    if let location { resource["location"] = .string(location) }
    resource["properties"] = .object(properties)
    let stated = JSONValue.object(resource)
    let isDone: Bool
    if statement(id) != nil {
      isDone = modify(id) { $0 = stated }
    } else if Change.recordType(id) == nil, let parent = id.parent, statement(parent) != nil {
      // Record sets are no list of their zone's.
      isDone = modify(parent) { outer in outer.updateChildren(Self.list(of: id)) { $0.append(stated) } }
    } else {
      documents[id] = .some(stated)
      isDone = true
    }
    return isDone && join(id) && enter(id, properties)
  }

  private mutating func delete(_ id: ResourceID) -> Bool {
    guard statement(id) != nil else { return false }
    part(id)
    if document(id) != nil { documents[id] = .some(nil) }
    if let parent = id.parent, statement(parent) != nil {
      _ = modify(parent) { outer in outer.updateChildren(Self.list(of: id)) { $0.removeAll { Self.states($0, id) } } }
    }
    return true
  }

  /// The property of the parent that lists a child.
  private static func list(of id: ResourceID) -> String { id.type.split(separator: "/").last.map(String.init) ?? "" }

  static func states(_ child: JSONValue, _ id: ResourceID) -> Bool {
    if let stated = child["id"]?.text.flatMap({ ResourceID($0) }) { return stated == id }
    return child["name"]?.text?.lowercased() == id.name.lowercased()
  }
}
