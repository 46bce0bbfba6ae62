internal import CAzureFacts

/// A data file of tab-separated rows; lines that begin with `#` are comments.
struct FactTable {
  let rows: [[Substring]]

  static let platformRoutes = FactTable(cazurefacts_platform_routes())
  static let apiBehaviours = FactTable(cazurefacts_api_behaviours())
  static let serviceEndpointTags = FactTable(cazurefacts_service_endpoint_tags())
  static let defaultSecurityRules = FactTable(cazurefacts_default_security_rules())
  static let internetTagExclusions = FactTable(cazurefacts_internet_tag_exclusions())
  static let managedSubnets = FactTable(cazurefacts_managed_subnets())
  static let intentPolicyServices = FactTable(cazurefacts_intent_policy_services())
  static let platformAddresses = FactTable(cazurefacts_platform_addresses())

  private init(_ file: cazurefacts_file) {
    let text = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    rows = text.split(separator: "\n").filter { $0.first != "#" }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }
}
