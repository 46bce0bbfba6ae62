public import ExpressRouteFacts

/// How a test reads that was run with a /32 of on-premises which is advertised over one path's BGP session alone.
///
/// - Source: "Verify ExpressRoute connectivity", "Interpret results": the unique /32 confirms the unhealthy path. The
///   sentences for the single outcomes are inference.
public struct PinnedPathReading: Sendable, Hashable {
  /// The path that the /32 is advertised over.
  public let router: EdgeRouter
  /// `path-healthy`, `path-unhealthy`, `path-one-way`, `not-pinned` or `indeterminate`.
  public let verdict: String
  /// nil where the numbers don't tell.
  public let severity: ReadingSeverity?
  public let meaning: String
  public let nextActions: [String]

  init(_ test: PacketCountTest, _ router: EdgeRouter) {
    self.router = router
    let counts = test.counts(of: router)
    let others = test.counts(of: router.other)
    let name = router.rawValue
    // What comes from on-premises may take either link; what goes to the /32 has only one way.
    if let sent = others.sent, sent > 0 {
      verdict = "not-pinned"
      severity = .warning
      meaning =
        "the \(router.other.rawValue) MSEE sent packets to the address: its /32 is advertised over that session too, so the test says nothing about the \(name) path"
      nextActions = ["withdraw the /32 from the \(router.other.rawValue) session and repeat the test"]
      return
    }
    guard let sent = counts.sent, let received = counts.received else {
      verdict = "indeterminate"
      severity = nil
      meaning = "the \(name) MSEE's counts are missing, and the test is about them"
      nextActions = ["give both counts of the \(name) MSEE"]
      return
    }
    switch (received > 0, sent > 0) {
    case (true, true):
      verdict = "path-healthy"
      severity = .ok
      meaning = "the \(name) path carries both directions: it is not offline"
      nextActions = [
        "withdraw the /32",
        "a path that was silent before is passive by routing: compare prefixes and AS path length on both",
      ]
    case (false, true):
      verdict = "path-one-way"
      severity = .error
      meaning =
        "the \(name) path carries packets to on-premises; what on-premises sends doesn't come in over it"
      nextActions = [
        "on-premises may answer over the other link: look at the other MSEE's received count",
        "else the provider drops the direction to Microsoft",
      ]
    case (true, false), (false, false):
      verdict = "path-unhealthy"
      severity = .error
      meaning = "nothing goes out to the /32 over the \(name) path, the only one that advertises it: the path is down"
      nextActions = [
        "ARP table and BGP summary of the \(name) path",
        "is the /32 in the MSEE's route table of the \(name) path, and in the gateway's learned routes?",
      ]
    }
  }
}
