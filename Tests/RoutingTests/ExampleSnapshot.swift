import AzureFacts
import AzureResources
import Estate
import JSONDocument
import Routing
import SnapshotReading
import Testing

/// Turns an example's configuration into a snapshot in ARM's shape, and asks it.
struct ExampleSnapshot {
  let estate: Estate
  private var builder: RouteTableBuilder

  /// - Parameter configuration: `vnets`, `routeTables`, `privateEndpoints` and `noneList`.
  init(_ configuration: JSONValue) throws {
    let day = try Self.day(configuration["noneList"]?.text)
    let converter = ExampleConverter(configuration)
    estate = try SnapshotReader.read(text: JSONWriter.text(.array(converter.snapshot)))
    #expect(estate.findings.isEmpty, "the converter writes what the reader understands")
    builder = RouteTableBuilder(estate, asOf: day)
  }

  mutating func table(_ network: String, _ subnet: String) throws -> EffectiveRouteTable {
    let id = ExampleConverter.id("virtualNetworks", network) + "/subnets/\(subnet)"
    let index = try #require(estate.subnets.indices.first { estate.subnet($0).id.text == id }, "no subnet \(id)")
    let table = builder.table(ofSubnet: index)
    #expect(table.missing.isEmpty, "nothing is missing for \(subnet)")
    return table
  }

  /// A day on which the platform's list was the named one; `documentation` equals the list of 2018.
  private static func day(_ list: String?) throws -> Day {
    let days = [
      "documentation": "2018-01-01", "2016": "2016-10-01", "2018": "2018-01-01", "2019": "2020-01-01",
      "2020": "2020-12-01", "2021": "2022-01-01", "2023": "2023-06-01", "2024": "2026-08-01",
    ]
    return try #require(list.flatMap { days[$0] }.flatMap { Day($0) }, "no day for list \(list ?? "")")
  }
}
