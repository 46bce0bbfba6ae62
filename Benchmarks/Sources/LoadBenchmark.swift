import AzureResources
import CSimdJSON
import Estate
import SnapshotReading

/// From files to an estate with all its links, and a bare parse of the same bytes.
enum LoadBenchmark {
  static func estate(_ tenant: Tenant, runs: Int) throws {
    let size = try bytes(of: tenant.resources).count
    let (measured, estate) = try Measurement.best(of: runs) { try SnapshotReader.read(tenant.snapshot) }
    report(
      "load", measured, "\(estate.records.count) resources", "\(megabytes(size)) of JSON",
      "peak \(megabytes(measured.peakBytes)) = \(rounded(Double(measured.peakBytes) / Double(size), 2)) x file")
  }

  /// The same, and then every rule of every network security group, which azimuth reads from the estate's text when a
  /// question needs it.
  static func rules(_ tenant: Tenant, runs: Int) throws {
    let (measured, rules) = try Measurement.best(of: runs) {
      let estate = try SnapshotReader.read(tenant.snapshot)
      return estate.records.reduce(0) { count, record in
        guard record.id.kind == .networkSecurityGroup else { return count }
        return count + (estate.networkSecurityGroup(record.id)?.group.securityRules.count ?? 0)
      }
    }
    report("load, security rules too", measured, "\(rules) rules", "peak \(megabytes(measured.peakBytes))")
  }

  /// What simdjson alone takes to parse the document, without a look at it.
  static func parse(_ tenant: Tenant, runs: Int) throws {
    let padding = 64
    let text = try bytes(of: tenant.resources, padding: padding)
    let (measured, _) = Measurement.best(of: runs) {
      let parser = csimdjson_parser_create(64)
      let document = csimdjson_parse(parser, text, text.count - padding)
      precondition(document.error == 0, "simdjson refuses the tenant")
      csimdjson_parser_destroy(parser)
    }
    report("simdjson's parse alone", measured, megabytes(text.count - padding))
  }
}
