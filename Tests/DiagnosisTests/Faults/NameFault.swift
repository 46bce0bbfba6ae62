import AzureResources
import Diagnosis
import Estate
import EstateFixtures
import Findings
import JSONDocument
import JSONReading
import NameResolution
import PathAnalysis
import Testing

/// A fault of names or private endpoints, and how a diagnosis has to name it.
struct NameFault: Sendable, CustomTestStringConvertible {
  /// The fault's number in the list of faults; a letter tells several plants of one apart.
  let id: String
  let source: String
  let name: String
  let code: CheckCode
  /// The id of the resource that the cause names; nil for none.
  let resource: String?
  let isRepairable: Bool
  /// What is declared of names besides, as JSON.
  let declared: String
  let mutation: @Sendable (inout EstateBuilder) -> Void

  /// The server of `spoke3`, as it is sound.
  static let server = #"{"servers": [{"resource": "dns", "default": ["168.63.129.16"]}]}"#

  init(
    _ id: String, from source: String = "vm1", to name: String = EstateBuilder.sqlName, _ code: CheckCode,
    at resource: String?, repairable: Bool = true, declared: String = server,
    _ mutation: @escaping @Sendable (inout EstateBuilder) -> Void
  ) {
    self.id = id
    self.source = source
    self.name = name
    self.code = code
    self.resource = resource
    isRepairable = repairable
    self.declared = declared
    self.mutation = mutation
  }

  var testDescription: String { "\(id), \(source) to \(name)" }

  var planted: EstateBuilder {
    var lab = EstateBuilder.namedEndpoint
    mutation(&lab)
    return lab
  }

  /// The diagnosis of an estate, its remedies proved.
  func diagnose(_ lab: EstateBuilder, declared text: String? = nil) throws -> Diagnosis {
    let estate = try lab.estate()
    let names = try DeclaredNames(JSONParser.value(of: Array((text ?? declared).utf8)), estate)
    let question = Question(from: try Plant.end(source), to: .name(name), port: 1433)
    var diagnoser = Diagnoser(estate, names: names)
    return RemedyProver(estate, names: names).prove(try diagnoser.diagnose(question))
  }
}
