internal import JSONDocument

/// A call that Azure answered with an error.
public struct FailedObservation: Sendable, Hashable {
  public let stamp: ObservationStamp
  /// The HTTP status.
  public let status: Int
  public let code: String?
  public let message: String?

  /// Whether the error says that the circuit has no such peering.
  ///
  /// - Source: the guide: "The BGP Peering AzurePublicPeering with Service Key ... is not found."
  public var saysPeeringIsMissing: Bool {
    if status == 404 { return true }
    let folded = (message ?? "").lowercased()
    return folded.contains("peering") && folded.contains("not found")
      || folded.contains("sequence contains no matching element")
  }

  /// Whether the caller lacked a right, which says nothing about the circuit: Reader lacks the three POST actions
  /// (ExpressRoute semantics A.4).
  public var isForWantOfRights: Bool { status == 401 || status == 403 }

  init(stamp: ObservationStamp, status: Int, answer: JSONValue) {
    self.stamp = stamp
    self.status = status
    let error = answer["error"] ?? answer
    code = error.text("code")
    message = error.text("message") ?? answer.text
  }
}
