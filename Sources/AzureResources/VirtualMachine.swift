internal import JSONReading

/// A virtual machine, or an instance of a scale set.
public struct VirtualMachine: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let networkInterfaces: [ResourceID]
  /// The NIC marked as primary, or the only one.
  public let primaryNetworkInterface: ResourceID?
  /// nil where the snapshot doesn't hold it (`az vm list` does only with `-d`).
  public let powerState: PowerState?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    let properties = json.properties
    let references = properties["networkProfile"]?["networkInterfaces"]?.elements.map { $0 } ?? []
    networkInterfaces = references.compactMap(\.id)
    primaryNetworkInterface =
      references.first { $0.properties["primary"]?.bool == true }?.id
      ?? (networkInterfaces.count == 1 ? networkInterfaces.first : nil)
    powerState = PowerState(json)
  }
}
