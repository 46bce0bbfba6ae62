import AzureResources
import Diagnosis
import EstateFixtures
import Findings
import Testing

@Suite("Planted faults")
struct PlantTests {
  static let plants = Plant.routes + Plant.peerings + Plant.gateways + Plant.filters + Plant.platform

  @Test("A planted fault is the first cause, at its resource, with evidence and remedy", arguments: plants)
  func named(plant: Plant) throws {
    let diagnosis = try plant.diagnose(plant.faulty)
    #expect(diagnosis.verdict == .blocked)
    let cause = try #require(diagnosis.cause)
    #expect(cause.code == plant.code, "\(cause.summary)")
    #expect(cause.resource?.text == plant.resource)
    for words in plant.says { #expect(cause.summary.contains(words), "\(cause.summary)") }
    #expect(!cause.evidence.isEmpty)
    #expect(!cause.remedy.summary.isEmpty)
    let commands = cause.remedy.commands.joined(separator: "\n")
    for words in plant.commands { #expect(commands.contains(words), "\(commands)") }
    let failed = diagnosis.checks.first { $0.status == .fail }
    #expect(failed?.code == plant.code)
    #expect(failed?.resource == cause.resource)
  }

  @Test("The remedy, applied to the estate, removes the cause", arguments: plants.filter { $0.repair != nil })
  func repaired(plant: Plant) throws {
    var lab = plant.faulty
    plant.repair?(&lab)
    let diagnosis = try plant.diagnose(lab)
    #expect(diagnosis.cause == nil, "\(diagnosis.cause?.summary ?? "")")
    #expect(diagnosis.verdict == .reachable)
    #expect(diagnosis.checks.allSatisfy { $0.status != .fail })
  }

  @Test("A change of configuration that a remedy names is proved", arguments: plants)
  func proved(plant: Plant) throws {
    let estate = try plant.faulty.estate()
    let diagnosis = RemedyProver(estate).prove(try plant.diagnose(plant.faulty))
    let remedy = try #require(diagnosis.cause?.remedy)
    guard plant.isConfigurable else {
      #expect(remedy.changes.isEmpty || (remedy.proof == .fails && remedy.commands.isEmpty), "\(remedy.commands)")
      return
    }
    #expect(remedy.proof.isProven, "\(remedy.commands) \(remedy.proof)")
    let repair = try #require(diagnosis.repair)
    #expect(repair.remaining == nil, "\(repair.remaining?.summary ?? "")")
    #expect(repair.verdict != .blocked)
    for command in repair.steps.flatMap(\.remedy.commands) { #expect(!command.contains("<"), "\(command)") }
  }

  @Test("Every code that names a fault is planted")
  func complete() {
    let others: Set<CheckCode> = [
      .routeFound, .wayBack, .applianceBypassed, .endpointGroupNotApplied, .gatewaySubnetFiltered, .mailMayBeDropped,
      .secondaryInterface,
    ]
    let planted = Set(Self.plants.map(\.code))
    #expect(
      Set(CheckCode.allCases.filter { !$0.isOfAuditAlone && !$0.isOfVerificationAlone }).subtracting(planted) == others)
  }
}
