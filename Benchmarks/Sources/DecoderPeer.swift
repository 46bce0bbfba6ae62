import Foundation

/// Foundation's `JSONDecoder` into the shapes that azimuth keeps: the same properties of the same types of resources,
/// with ids, prefixes and addresses in azimuth's own types; of all other resources the id. Nothing is linked, no
/// duplicate found and no fault put down to its resource: less work than azimuth's.
enum DecoderPeer {
  /// - Parameter readsRules: Whether the rules of network security groups are decoded too, or their ids alone.
  static func run(_ tenant: Tenant, readsRules: Bool, runs: Int) throws {
    let decoder = JSONDecoder()
    if readsRules, let key = MirroredResource.readsRules { decoder.userInfo[key] = true }
    let (measured, resources) = try Measurement.best(of: runs) {
      let data = try Data(contentsOf: URL(fileURLWithPath: tenant.resources), options: .alwaysMapped)
      return try decoder.decode([MirroredResource].self, from: data)
    }
    report(
      readsRules ? "JSONDecoder, security rules too" : "JSONDecoder", measured, "\(resources.count) resources",
      "peak \(megabytes(measured.peakBytes))")
  }
}
