public import AzureResources
public import JSONDocument

/// A right to connect one gateway of another subscription to a circuit. Its key is a secret and isn't read.
public struct CircuitAuthorization: Sendable, Hashable {
  public let id: ResourceID?
  public let name: String?
  public let provisioningState: String?
  /// `Available` or `InUse`.
  public let authorizationUseStatus: String?
  /// The connection that redeemed it.
  public let connectionResource: ResourceID?

  /// nil for an element with neither id nor name.
  public init?(_ json: JSONValue, of circuit: ResourceID) {
    let properties = json.armProperties
    let written = json.text("name")
    let found = json.text("id").flatMap { ResourceID($0) } ?? written.flatMap { circuit.child("authorizations", $0) }
    guard found != nil || written != nil else { return nil }
    id = found
    name = written ?? found.map { String($0.name) }
    provisioningState = properties.text("provisioningState")
    authorizationUseStatus = properties.text("authorizationUseStatus")
    connectionResource = properties.text("connectionResourceUri").flatMap { ResourceID($0) }
  }
}
