import AzureResources
import Diagnosis
import EstateFixtures
import Findings
import PathAnalysis
import Testing

/// A fault planted in the two hubs, and how a diagnosis has to name it.
struct Fault: Sendable, CustomTestStringConvertible {
  /// The fault's number in the list of faults, such as `U1`; a letter tells several plants of one apart.
  let id: String
  /// An end of the connection, as in `Plant`.
  let source: String
  let destination: String
  let port: UInt16?
  let transport: Packet.Transport
  let code: CheckCode
  /// The id of the resource that the cause, or the warning, names.
  let resource: String
  /// Whether the fault stops nothing that was meant to pass, or may stop it by what follows from it alone: it is found as
  /// a warning.
  let isWarning: Bool
  /// Whether a change of configuration repairs it.
  let isRepairable: Bool
  let mutation: @Sendable (inout EstateBuilder) -> Void

  init(
    _ id: String, _ source: String, _ destination: String, port: UInt16? = 443, transport: Packet.Transport = .tcp,
    _ code: CheckCode, at resource: String, warns: Bool = false,
    repairable: Bool = true,
    _ mutation: @escaping @Sendable (inout EstateBuilder) -> Void
  ) {
    self.id = id
    self.source = source
    self.destination = destination
    self.port = port
    self.transport = transport
    self.code = code
    self.resource = resource
    isWarning = warns
    isRepairable = repairable
    self.mutation = mutation
  }

  var testDescription: String { "\(id), \(source) to \(destination)" }

  var planted: EstateBuilder {
    var lab = EstateBuilder.twoHubs
    mutation(&lab)
    return lab
  }

  func diagnose(_ lab: EstateBuilder) throws -> Diagnosis {
    try Plant.diagnose(lab, source, destination, port: transport == .icmp ? nil : port, transport: transport)
  }
}
