import AzureResources
import Findings
import Testing

@Suite("A verification")
struct VerificationTests {
  private static let circuit: ResourceID = {
    let path = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRouteCircuits/c"
    guard let id = ResourceID(path) else { preconditionFailure("not an id: \(path)") }
    return id
  }()

  private func check(_ status: Check.Status, _ code: CheckCode = .circuitNotProvisioned) -> Check {
    Check(
      code, status, "\(code) \(status)", Self.circuit, detail: [.init("state", "x")], party: .provider,
      remedy: Remedy("call the provider"))
  }

  @Test(
    "is faulty with one failed check, else indeterminate with one that could not be made, else healthy",
    arguments: [
      ([], .healthy), ([.pass], .healthy), ([.pass, .warning, .skipped], .healthy),
      ([.pass, .unknown], .indeterminate), ([.unknown, .fail, .pass], .faulty), ([.fail], .faulty),
    ] as [([Check.Status], HealthVerdict)])
  func drawsItsVerdict(from statuses: [Check.Status], verdict: HealthVerdict) {
    let verification = Verification(of: Self.circuit, checks: statuses.map { check($0) })
    #expect(verification.verdict == verdict)
    #expect((verification.cause != nil) == (verdict == .faulty))
  }

  @Test("names the first failed check as the cause, with its party, detail and remedy")
  func namesTheFirst() throws {
    let checks = [check(.pass), check(.fail, .circuitPeeringNotEnabled), check(.fail)]
    let cause = try #require(Verification(of: Self.circuit, checks: checks).cause)
    #expect(cause.code == .circuitPeeringNotEnabled)
    #expect(cause.party == .provider)
    #expect(cause.detail == [.init("state", "x")])
    #expect(cause.remedy.summary == "call the provider")
    #expect(cause.resource == Self.circuit)
  }
}
