public import AzureResources
public import JSONDocument

/// Finding resources by id and by name.
extension Estate {
  /// The record of a resource that was read as one of its own.
  public func record(_ id: ResourceID) -> ResourceRecord? { links.recordIndex[id].map { records[$0] } }

  /// The resources whose addresses aren't among the estate's links: application gateways, bastion hosts, and all of types
  /// that Azimuth doesn't know.
  ///
  /// - Complexity: O(such resources).
  public var unmodelledRecords: [ResourceRecord] { links.unmodelledRecords.map { records[Int($0)] } }

  /// Whether there are any.
  public var hasUnmodelledRecords: Bool { !links.unmodelledRecords.isEmpty }

  /// The resource's JSON as the snapshot holds it; for a child that came with its parent, the child's part.
  ///
  /// - Complexity: O(size of the resource's text).
  public func json(_ id: ResourceID) -> JSONValue? {
    if let record = record(id) { return text.value(at: record.source) }
    guard let parent = id.parent, let outer = json(parent) else { return nil }
    let listName = id.type.split(separator: "/").last.map(String.init) ?? ""
    let list = (outer["properties"] ?? outer)[listName]?.elements ?? outer[listName]?.elements
    return list?.first { element in
      element["id"]?.text.flatMap { ResourceID($0) } == id
        || element["name"]?.text?.lowercased() == id.name.lowercased()
    }
  }

  /// A resource id as the snapshot writes it: the one that is equal, or, for snapshots whose subscription ids were
  /// masked, the only one of the same type, group and name in another subscription.
  ///
  /// - Complexity: O(1) for an id that is there, else O(resources).
  public func resolve(_ id: ResourceID) -> ResourceID? {
    if let record = record(id) { return record.id }
    if subnetIndex(id) != nil { return id }
    guard let group = id.resourceGroup?.lowercased() else { return nil }
    let name = id.name.lowercased()
    let alike = records.lazy.map(\.id).filter {
      $0.kind == id.kind && $0.kind != .other && $0.name.lowercased() == name && $0.resourceGroup?.lowercased() == group
    }
    return alike.prefix(2).count == 1 ? alike.first : nil
  }

  /// The ids of everything of these kinds, subnets of networks included, in the order of the snapshot.
  ///
  /// - Complexity: O(resources).
  public func ids(of kinds: Set<ResourceKind>) -> [ResourceID] {
    var found = records.map(\.id).filter { kinds.contains($0.kind) }
    if kinds.contains(.subnet) {
      let known = Set(found)
      found += subnets.indices.map { subnet($0).id }.filter { !known.contains($0) }
    }
    return found
  }
}
