internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis

/// A load balancer that user routes send to, without a rule for all ports (N8).
struct BalancedApplianceCheck: AuditCheck {
  static let code = CheckCode.loadBalancerCannotForward

  static func findings(in audited: AuditedEstate) -> [Finding] {
    var seen: Set<ResourceID> = []
    return audited.appliances.compactMap { appliance in
      guard case .owned(.loadBalancer(let index, let frontend), _) = appliance.place else { return nil }
      let balancer = audited.estate.loadBalancers[index]
      let rules = balancer.rules.filter { $0.frontend == balancer.frontends[frontend].id }
      guard !rules.contains(where: \.isHighAvailabilityPorts), seen.insert(balancer.id).inserted else { return nil }
      let known = rules.map { "\($0.transport) \($0.frontendPort)" }.joined(separator: ", ")
      return Finding(
        code, rules.isEmpty ? .error : .warning,
        "user routes lead to front end \(appliance.address) of load balancer \(balancer.id.name), which has no rule for all"
          + " ports" + (known.isEmpty ? "" : ": only \(known) get through"),
        balancer.id, [audited.property(balancer.id, "loadBalancingRules", known.isEmpty ? "none" : known)],
        remedy: Remedy(
          "add an HA ports rule over the pool of the appliances",
          [
            "az network lb rule create -g \(balancer.id.resourceGroup ?? "") --lb-name \(balancer.id.name) -n ha-ports"
              + " --protocol All --frontend-port 0 --backend-port 0 --frontend-ip-name"
              + " \(balancer.frontends[frontend].id.name) --backend-pool-name <pool>"
          ]))
    }
  }
}
