import JSONDocument
import Testing

@testable import ARMAnswers

@Suite(
  "Azure's recorded answers",
  .enabled(if: RecordedCase.root != nil, "set AZIMUTH_CASES to the folder of recorded cases"))
struct RecordedCasesTests {
  @Test(
    "Effective routes are the recorded rows, the platform's own included",
    arguments: RecordedCase.all(ofType: "effective-routes"))
  func effectiveRoutes(recorded: RecordedCase) throws {
    let response = try recorded.respond()
    guard let code = Self.code(recorded.answer) else {
      #expect(response.status == 200, "\(response.body)")
      let azure = RecordedRows(recorded.answer, withLearned: recorded.hasLearnedRoutes)
      let mine = RecordedRows(response.body, withLearned: recorded.hasLearnedRoutes)
      #expect(mine.core.subtracting(azure.core).sorted() == [])
      #expect(azure.core.subtracting(mine.core).sorted() == [])
      #expect(mine.agrees(with: azure))
      #expect(mine.agreesExactly(with: azure), "\(mine.exact.symmetricDifference(azure.exact).sorted())")
      return
    }
    #expect(Self.code(response.body) == code)
    #expect(response.status == 400)
  }

  @Test("Next hop is the recorded one, in the words of its day", arguments: RecordedCase.all(ofType: "next-hop"))
  func nextHop(recorded: RecordedCase) throws {
    let response = try recorded.respond()
    #expect(Self.code(response.body) == Self.code(recorded.answer))
    #expect(response.body["nextHopType"] == recorded.answer["nextHopType"])
    #expect(response.body["nextHopIpAddress"] == recorded.answer["nextHopIpAddress"])
    #expect(
      response.body["routeTableId"]?.text?.lowercased() == recorded.answer["routeTableId"]?.text?.lowercased())
  }

  @Test(
    "IP flow verify gives the recorded access and rule", arguments: RecordedCase.all(ofType: "ip-flow-verify"))
  func ipFlowVerify(recorded: RecordedCase) throws {
    let response = try recorded.respond()
    #expect(Self.code(response.body) == Self.code(recorded.answer))
    #expect(response.body["access"] == recorded.answer["access"])
    #expect(response.body["ruleName"] == recorded.answer["ruleName"])
    if let rule = recorded.answer["ruleId"]?.text, !rule.isEmpty {
      #expect(response.body["ruleId"]?.text?.lowercased() == rule.lowercased())
    }
  }

  @Test("The folder holds cases of every call")
  func casesExist() {
    for type in [
      "effective-routes", "next-hop", "ip-flow-verify", "effective-nsg", "security-group-view", "nsg-diagnostic",
      "connectivity-check",
    ] {
      #expect(!RecordedCase.all(ofType: type).isEmpty, "\(type)")
    }
    #expect(!RecordedCase.all(ofType: "topology", confidence: ["medium"]).isEmpty)
  }

  @Test(
    "Effective security groups are the recorded ones, rule by rule",
    arguments: RecordedCase.all(ofType: "effective-nsg"))
  func effectiveSecurityGroups(recorded: RecordedCase) throws {
    try compare(recorded) { RecordedRules.effective($0) }
  }

  @Test(
    "The security group view has the recorded rules at each NIC",
    arguments: RecordedCase.all(ofType: "security-group-view"))
  func securityGroupView(recorded: RecordedCase) throws {
    try compare(recorded) { RecordedRules.view($0) }
  }

  @Test(
    "The NSG diagnostic gives the recorded access, and the recorded rule of each group",
    arguments: RecordedCase.all(ofType: "nsg-diagnostic"))
  func configurationDiagnostic(recorded: RecordedCase) throws {
    try compare(recorded) { RecordedRules.diagnostic($0) }
  }

  @Test(
    "A topology has the recorded resources and associations",
    arguments: RecordedCase.all(ofType: "topology", confidence: ["medium"]))
  func topology(recorded: RecordedCase) throws {
    try compare(recorded) { RecordedRules.topology($0) }
  }

  @Test(
    "A connectivity check has the recorded stations, and an issue where Azure blames the network",
    arguments: RecordedCase.all(ofType: "connectivity-check"))
  func connectivityCheck(recorded: RecordedCase) throws {
    let response = try recorded.respond()
    let (azure, mine) = (RecordedPath(recorded.answer), RecordedPath(response.body))
    if let reason = RecordedException.reasons[recorded.name] {
      #expect(!mine.agrees(with: azure), "\(recorded.name) agrees, though it is listed: \(reason)")
    } else {
      #expect(Self.code(response.body) == nil, "\(response.body)")
      #expect(mine.agrees(with: azure), "\(mine) is not \(azure)")
    }
  }

  /// The recorded answers depend on what runs in guests and on how far an agent has come: what can be held against them
  /// is that the monitor is answered, by its source.
  @Test(
    "A recorded connection monitor is answered in Azure's shape",
    arguments: RecordedCase.all(ofType: "connection-monitor-query", confidence: ["high", "medium"]))
  func connectionMonitor(recorded: RecordedCase) throws {
    let response = try recorded.respond()
    #expect(Self.code(response.body) == nil, "\(response.body)")
    #expect(response.body["sourceStatus"] == recorded.answer["sourceStatus"])
    #expect(response.body["states"]?.elements?.isEmpty == false)
  }

  /// Compares what counts of two answers. A case listed as an exception must differ, or the list is out of date.
  private func compare(_ recorded: RecordedCase, _ key: (JSONValue) -> [String]) throws {
    let response = try recorded.respond()
    let differs = Self.code(response.body) != Self.code(recorded.answer) || key(response.body) != key(recorded.answer)
    if let reason = RecordedException.reasons[recorded.name] {
      #expect(differs, "\(recorded.name) agrees, though it is listed: \(reason)")
    } else {
      #expect(Self.code(response.body) == Self.code(recorded.answer), "\(response.body)")
      #expect(key(response.body) == key(recorded.answer))
    }
  }

  private static func code(_ answer: JSONValue) -> String? { answer["error"]?["code"]?.text }
}
