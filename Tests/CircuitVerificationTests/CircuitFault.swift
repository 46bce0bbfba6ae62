import EstateFixtures
import Findings
import HybridConnectivity
import JSONDocument
import Testing

/// A fault planted in the healthy circuit, and what verifying it must name first.
struct CircuitFault: Sendable, CustomTestStringConvertible {
  /// Its number in the list of faults (E1 to E10, G2 to G5), or the reference's row.
  let source: String
  let name: String
  let code: CheckCode
  let path: DevicePath?
  let points: [Int]
  let party: ResponsibleParty
  /// Words that the cause's sentence holds.
  let says: [String]
  let fault: @Sendable (inout EstateBuilder) -> Void

  init(
    _ source: String, _ name: String, _ code: CheckCode, _ path: DevicePath? = nil, at points: [Int],
    _ party: ResponsibleParty, says: [String], fault: @escaping @Sendable (inout EstateBuilder) -> Void
  ) {
    self.source = source
    self.name = name
    self.code = code
    self.path = path
    self.points = points
    self.party = party
    self.says = says
    self.fault = fault
  }

  var testDescription: String { "\(source) \(name)" }

  var lab: EstateBuilder { CircuitLab.after(fault) }
}
