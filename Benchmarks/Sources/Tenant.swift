/// The files of a tenant that the benchmarks read.
struct Tenant {
  let folder: String

  /// What becomes an estate; folders hold other files beside these.
  var snapshot: [String] { ["tenant", "gateway_learned_routes", "service_tags"].map { "\(folder)/\($0).json" } }
  var resources: String { "\(folder)/tenant.json" }
  /// Ten million (NIC, address) pairs: a count, then two 32-bit words each, in the machine's byte order.
  var pairs: String { "\(folder)/flat/pairs.bin" }
}
