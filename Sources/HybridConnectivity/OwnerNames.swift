internal import AzureResources
internal import Estate

/// Ids of circuits and gateways as the snapshot itself writes them: recordings mask subscriptions, so that an
/// observation's id may be another than its resource's.
struct OwnerNames {
  private let estate: Estate
  private var known: [ResourceID: ResourceID] = [:]

  init(_ estate: Estate) { self.estate = estate }

  /// - Complexity: O(1), but O(resources) for the first time that an id is met which the snapshot lacks.
  mutating func canonical(_ id: ResourceID?) -> ResourceID? {
    guard let id else { return nil }
    if let found = known[id] { return found }
    let found = estate.resolve(id) ?? named(id) ?? id
    known[id] = found
    return found
  }

  /// The only resource of the name, for an id that has no group: files are named after a circuit alone.
  private func named(_ id: ResourceID) -> ResourceID? {
    guard id.resourceGroup == nil else { return nil }
    let name = id.name.lowercased()
    let alike = estate.records.lazy.map(\.id).filter { $0.kind == id.kind && $0.name.lowercased() == name }
    return alike.prefix(2).count == 1 ? alike.first : nil
  }
}
