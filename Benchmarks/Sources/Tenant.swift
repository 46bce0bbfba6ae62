/// The files of a tenant that the benchmarks read.
struct Tenant {
  let folder: String

  /// What becomes an estate; in the order in which a folder is read.
  var snapshot: [String] { ["gateway_learned_routes", "service_tags", "tenant"].map { "\(folder)/\($0).json" } }
  var resources: String { "\(folder)/tenant.json" }
  /// Ten million (NIC, address) pairs: a count, then two 32-bit words each, in the machine's byte order.
  var pairs: String { "\(folder)/flat/pairs.bin" }
}
