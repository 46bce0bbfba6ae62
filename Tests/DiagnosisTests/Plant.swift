import AzureResources
import Diagnosis
import EstateFixtures
import Findings
import IPAddressing
import JSONDocument
import PathAnalysis
import Testing

/// A fault planted in a sound design, the connection that it stops, and the change that repairs it.
struct Plant: Sendable, CustomTestStringConvertible {
  /// An end of the connection: `vm1`, `subnet spoke1/empty`, an address, `internet` or `onpremises`.
  let source: String
  let destination: String
  var port: UInt16? = 443
  let code: CheckCode
  /// The id of the resource to change.
  let resource: String
  /// Words that the summary holds.
  let says: [String]
  /// Words that the remedy's commands hold; none where no command does it.
  var commands: [String] = []
  let name: String
  let design: @Sendable () -> EstateBuilder
  let fault: @Sendable (inout EstateBuilder) -> Void
  /// The remedy, applied to the estate; nil where it isn't a change of configuration.
  let repair: (@Sendable (inout EstateBuilder) -> Void)?
  let transport: Packet.Transport

  init(
    _ name: String, _ source: String, _ destination: String, port: UInt16? = 443, _ code: CheckCode,
    at resource: String, says: [String], commands: [String] = [],
    in design: @escaping @Sendable () -> EstateBuilder,
    fault: @escaping @Sendable (inout EstateBuilder) -> Void,
    repair: (@Sendable (inout EstateBuilder) -> Void)?, transport: Packet.Transport = .tcp
  ) {
    self.name = name
    self.source = source
    self.destination = destination
    self.port = port
    self.code = code
    self.resource = resource
    self.says = says
    self.commands = commands
    self.design = design
    self.fault = fault
    self.repair = repair
    self.transport = transport
  }

  /// Whether a change of configuration repairs it.
  var isConfigurable: Bool {
    ![
      .loadBalancerToItself, .addressUnowned, .noGateway, .connectionNotConnected, .prefixNotLearned,
      .overlappingAddressSpaces, .noTranslationRule, .protocolNotTranslated,
    ]
    .contains(code) && name != "an address that no network has"
  }

  var testDescription: String { "\(code.rawValue) \(name)" }

  /// The design as it was, with the fault, and with the fault repaired.
  var faulty: EstateBuilder {
    var lab = design()
    fault(&lab)
    return lab
  }

  static func end(_ text: String) throws -> EndpointReference {
    if text == "internet" { return .internet }
    if text == "onpremises" { return .onPremises }
    if let address = try? IPAddress(text) { return .address(address) }
    let id =
      text.hasPrefix("subnet ")
      ? EstateBuilder.subnet(String(text.dropFirst(7)))
      : text.hasPrefix("endpoint ") ? EstateBuilder.endpoint(String(text.dropFirst(9))) : EstateBuilder.machine(text)
    return .resource(try #require(ResourceID(id)))
  }

  static func diagnose(
    _ lab: EstateBuilder, _ source: String, _ destination: String, port: UInt16? = 443,
    transport: Packet.Transport = .tcp, machines: Tracer.MachineState = .asRecorded,
    declared: DeclaredBehaviour = DeclaredBehaviour()
  ) throws -> Diagnosis {
    var diagnoser = Diagnoser(try lab.estate(), machines: machines, declared: declared)
    return try diagnoser.diagnose(
      Question(from: try end(source), to: try end(destination), port: port, transport: transport))
  }

  func diagnose(_ lab: EstateBuilder) throws -> Diagnosis {
    try Self.diagnose(lab, source, destination, port: port, transport: transport)
  }
}
