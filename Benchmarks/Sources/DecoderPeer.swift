import Foundation

/// Foundation's `JSONDecoder` into the shapes that azimuth keeps: the same properties of the same types of resources,
/// with ids, prefixes and addresses in azimuth's own types; of all other resources the id. Nothing is linked, no
/// duplicate found and no fault put down to its resource: less work than azimuth's.
enum DecoderPeer {
  /// - Parameter readsRules: Whether the rules of network security groups are decoded too, or their ids alone.
  static func run(_ tenant: Tenant, readsRules: Bool, runs: Int) throws {
    let (measured, resources) = try Measurement.best(of: runs) { try decode(tenant, readsRules: readsRules) }
    report(
      readsRules ? "JSONDecoder" : "JSONDecoder, without security rules", measured, "\(resources.count) resources",
      "peak \(megabytes(measured.peakBytes))")
  }

  static func decode(_ tenant: Tenant, readsRules: Bool) throws -> [MirroredResource] {
    let decoder = JSONDecoder()
    if readsRules, let key = MirroredResource.readsRules { decoder.userInfo[key] = true }
    let data = try Data(contentsOf: URL(fileURLWithPath: tenant.resources), options: .alwaysMapped)
    return try decoder.decode([MirroredResource].self, from: data)
  }

  static func rules(of resources: [MirroredResource]) -> Int {
    resources.reduce(0) { count, resource in
      guard case .networkSecurityGroup(let group) = resource else { return count }
      return count + group.properties.securityRules.count
    }
  }
}
