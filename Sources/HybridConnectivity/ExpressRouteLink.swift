public import AzureResources
internal import JSONDocument

/// One of the two links of a port of ExpressRoute Direct.
public struct ExpressRouteLink: Sendable, Hashable {
  public let id: ResourceID?
  public let name: String?
  public let routerName: String?
  public let interfaceName: String?
  public let patchPanelID: String?
  public let rackID: String?
  /// `LC` or `SC`.
  public let connectorType: String?
  /// `Enabled` or `Disabled`: a disabled link carries nothing.
  public let adminState: String?
  /// The names of MACsec's two keys in a vault; both or neither.
  public let macSecCKN: String?
  public let macSecCAK: String?
  public let macSecCipher: String?
  public let macSecSCIState: String?

  init(_ json: JSONValue) {
    let properties = json.armProperties
    id = json.text("id").flatMap { ResourceID($0) }
    name = json.text("name") ?? id.map { String($0.name) }
    routerName = properties.text("routerName")
    interfaceName = properties.text("interfaceName")
    patchPanelID = properties.text("patchPanelId")
    rackID = properties.text("rackId")
    connectorType = properties.text("connectorType")
    adminState = properties.text("adminState")
    let macSec = properties["macSecConfig"] ?? .null
    macSecCKN = macSec.text("cknSecretIdentifier")
    macSecCAK = macSec.text("cakSecretIdentifier")
    macSecCipher = macSec.text("cipher")
    macSecSCIState = macSec.text("sciState")
  }
}
