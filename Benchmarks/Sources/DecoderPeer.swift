import Foundation

/// Foundation's `JSONDecoder` into the shapes that azimuth keeps: the same properties of the same types of resources,
/// with ids, prefixes and addresses in azimuth's own types; of all other resources the id. Nothing is linked, no
/// duplicate found and no fault put down to its resource: less work than azimuth's.
enum DecoderPeer {
  static func run(_ tenant: Tenant, runs: Int) throws {
    let (measured, resources) = try Measurement.best(of: runs) {
      let data = try Data(contentsOf: URL(fileURLWithPath: tenant.resources), options: .alwaysMapped)
      return try JSONDecoder().decode([MirroredResource].self, from: data)
    }
    report("JSONDecoder", measured, "\(resources.count) resources", "peak \(megabytes(measured.peakBytes))")
  }
}
