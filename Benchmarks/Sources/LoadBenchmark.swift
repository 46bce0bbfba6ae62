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
