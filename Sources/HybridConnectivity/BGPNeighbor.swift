public import IPAddressing
internal import JSONDocument

/// A row of a circuit's route summary: a BGP session of Microsoft's edge router.
public struct BGPNeighbor: Sendable, Hashable {
  public let addressText: String
  public let address: IPAddress?
  /// The BGP version, 4.
  public let version: Int64?
  public let asn: UInt32?
  /// How long the session has been in its state, as it was written: `58:09`, `1d02h`, `never`.
  public let upDown: String?
  /// The same in seconds; nil for `never` and for what can't be read.
  public let upDownSeconds: Int64?
  /// As it was written: a number of prefixes, or a state.
  public let statePfxRcd: String
  public let state: BGPSessionState

  init?(_ json: JSONValue) {
    guard json.members != nil, let written = json.text("neighbor") else { return nil }
    addressText = written
    address = try? IPAddress(written)
    version = json.integer("v") ?? json.integer("vProperty")
    asn = (json.integer("as") ?? json.integer("asProperty")).flatMap { UInt32(exactly: $0) }
    upDown = json.text("upDown")
    upDownSeconds = upDown.flatMap { RouterDuration.seconds($0) }
    statePfxRcd = json.text("statePfxRcd") ?? ""
    state = BGPSessionState(statePfxRcd)
  }
}
