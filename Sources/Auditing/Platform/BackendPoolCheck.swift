internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Load balancers whose rules lead to empty pools.
struct BackendPoolCheck: AuditCheck {
  static let code = CheckCode.backendPoolEmpty

  static func findings(in audited: AuditedEstate) -> [Finding] {
    audited.estate.loadBalancers.compactMap { balancer in
      let known = Dictionary(balancer.backendPools.map { ($0.id, $0) }) { first, _ in first }
      let empty = balancer.rules.filter { rule in
        !rule.backendPools.isEmpty
          && rule.backendPools.allSatisfy { pool in
            audited.membersOfPool[pool]?.isEmpty ?? true && known[pool]?.ipConfigurations.isEmpty ?? true
              && known[pool]?.addresses.isEmpty ?? true
          }
      }
      guard let rule = empty.first else { return nil }
      let pool = rule.backendPools[0]
      return Finding(
        code, audited.hasScaleSets ? .note : .warning,
        "pool \(pool.name) of load balancer \(balancer.id.name), to which rule \(rule.id.name) leads, has no member",
        balancer.id, [audited.property(pool, "backendIPConfigurations", "none")],
        remedy: Remedy(
          "add the NICs to the pool",
          [
            "az network nic ip-config address-pool add -g <group> --nic-name <NIC> --ip-config-name <configuration>"
              + " --address-pool \(pool)"
          ]))
    }
  }
}
