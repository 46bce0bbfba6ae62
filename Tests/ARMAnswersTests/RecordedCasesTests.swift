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
    for type in ["effective-routes", "next-hop", "ip-flow-verify"] {
      #expect(!RecordedCase.all(ofType: type).isEmpty, "\(type)")
    }
  }

  private static func code(_ answer: JSONValue) -> String? { answer["error"]?["code"]?.text }
}
