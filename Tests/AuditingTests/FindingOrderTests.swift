import AzureResources
import Findings
import Testing

@testable import Auditing

@Suite("The order of findings")
struct FindingOrderTests {
  @Test("What matters most comes first, then the code, then the resource")
  func order() throws {
    let id = try #require(ResourceID("/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/routeTables/t"))
    func finding(_ code: CheckCode, _ severity: Severity) -> Finding {
      Finding(code, severity, "something", id, remedy: Remedy("change it"))
    }
    let found = [
      finding(.routeMissing, .note), finding(.routingLoop, .error), finding(.routeMissing, .warning),
      finding(.nextHopUnowned, .error),
    ]
    let sorted = found.sorted(by: Finding.precedes).map { "\($0.severity.rawValue) \($0.code.rawValue)" }
    #expect(sorted == ["error AZR102", "error AZR105", "warning AZR131", "note AZR131"])
  }

  @Test("Every code that an audit finds has a title", arguments: Auditor.codes)
  func titles(code: CheckCode) { #expect(code.title != code.rawValue) }
}
