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
      "load", measured, "\(estate.records.count) resources", "\(rules(of: estate)) security rules",
      "\(megabytes(size)) of JSON",
      "peak \(megabytes(measured.peakBytes)) = \(rounded(Double(measured.peakBytes) / Double(size), 2)) x file")
  }

  private static func rules(of estate: Estate) -> Int {
    estate.networkSecurityGroups.reduce(0) { $0 + $1.securityRules.count }
  }

  /// Both sides in turns, so that the machine is as busy for one as for the other: azimuth's load of the resources,
  /// linked, and `JSONDecoder` into the same shapes, each with the rules of every network security group. The files are
  /// in the page cache.
  static func againstDecoder(_ tenant: Tenant, runs: Int) throws {
    var own = Measurement.none
    var peer = Measurement.none
    for _ in 0..<runs {
      let (loaded, estate) = try Measurement.best(of: 3) { try SnapshotReader.read([tenant.resources]) }
      let (decoded, resources) = try Measurement.best(of: 1) { try DecoderPeer.decode(tenant, readsRules: true) }
      precondition(estate.records.count == resources.count, "both read the same resources")
      precondition(rules(of: estate) == DecoderPeer.rules(of: resources), "both read the same rules")
      own = own.better(loaded)
      peer = peer.better(decoded)
    }
    report("load", own)
    report("JSONDecoder, the same shapes", peer)
    print(
      "load against JSONDecoder: \(rounded(peer.wall / own.wall, 1)) x wall,"
        + " \(rounded(peer.processor / own.processor, 1)) x processor")
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
