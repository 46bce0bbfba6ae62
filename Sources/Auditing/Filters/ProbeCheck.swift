internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Rules that keep a load balancer's health probes from its backends (N7).
///
/// - Source: routing semantics D-065: probes come from 168.63.129.16, the tag `AzureLoadBalancer`.
struct ProbeCheck: SecurityGroupCheck {
  static let code = CheckCode.probeDenied

  static func findings(_ group: AttachedSecurityGroup, in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var denied: [(rule: SecurityRule, balancers: Set<ResourceID>)] = []
    for interface in group.subnets.flatMap({ audited.interfacesOfSubnet[$0] }) + group.interfaces {
      for configuration in estate.networkInterfaces[interface].ipConfigurations {
        for pool in configuration.loadBalancerBackendAddressPools {
          for (balancer, port) in audited.probesOfPool[pool] ?? [] {
            guard let rule = RuleLookup.first(group.inbound, .probe(port), at: configuration), rule.access == .deny
            else {
              continue
            }
            if let known = denied.firstIndex(where: { $0.rule == rule }) {
              denied[known].balancers.insert(balancer)
            } else {
              denied.append((rule, [balancer]))
            }
          }
        }
      }
    }
    return denied.map { rule, balancers in
      let names = audited.names(balancers.sorted())
      return Finding(
        code, .error,
        "Deny rule \(rule.name) (priority \(rule.priority)) of \(group.group.id.name) takes the health probes of load"
          + " balancer \(names): its backends count as down and get nothing",
        rule.id, [audited.property(rule.id, "priority", "\(rule.priority)")],
        remedy: Remedy(
          "allow AzureLoadBalancer in front of the rule, or delete it",
          [
            "az network nsg rule create -g \(rule.id.resourceGroup ?? "") --nsg-name \(group.group.id.name)"
              + " -n allow-probes --priority <a number below \(rule.priority)> --direction Inbound --access Allow"
              + " --source-address-prefixes AzureLoadBalancer --destination-port-ranges '*'",
            ShadowedRuleCheck.command("delete", rule),
          ]))
    }
  }
}
