internal import AzureResources
internal import Estate
internal import Filtering
internal import Findings
internal import FirewallRules
internal import JSONDocument
internal import PathAnalysis
internal import Remediation

/// What filters on the path let pass.
extension CheckReport {
  /// One check a place and direction that lets the packet pass, or whose word is unknown; what denies is a fault.
  mutating func pass(_ passage: FilterPassage, _ direction: Direction) {
    let what = direction == .there ? "the packet" : "the answer"
    let way = passage.direction == .inbound ? "in" : "out"
    switch passage.outcome {
    case .established:
      add(
        Check(
          .ruleDenies, .pass, "\(passage.place.name) lets \(what) \(way): it belongs to a connection that passed there",
          passage.place))
    case .closedWithoutGroup: break
    case .judged(let verdict):
      switch verdict.access {
      case .deny: break
      case .noFilters: add(unfiltered(passage, verdict.exemption, "\(what) \(way)"))
      case .allow:
        let rules = verdict.stages.compactMap { stage in
          stage.decision.map { "\($0.rule.name) (\($0.rule.priority)) of \(stage.group.name)" }
        }
        add(
          Check(
            .ruleDenies, .pass, "\(passage.place.name) lets \(what) \(way) by \(rules.joined(separator: " and "))",
            passage.place, evidence(verdict)))
      case .unknown(let open):
        add(
          Check(
            .ruleDenies, .unknown, "whether \(passage.place.name) lets \(what) \(way) is unknown: \(open)",
            passage.place, evidence(verdict)))
      }
    }
  }

  private func unfiltered(_ passage: FilterPassage, _ exemption: FilterExemption?, _ what: String) -> Check {
    let why = exemption.map { ": \($0.sentence)" } ?? ""
    return Check(
      .ruleDenies, .pass, "no network security group filters \(what) at \(passage.place.name)\(why)", passage.place)
  }

  private func evidence(_ verdict: FilterVerdict) -> [Evidence] {
    verdict.stages.compactMap { stage in
      stage.decision.map {
        .rule($0, group: stage.group, appliedTo: stage.appliedTo, source: estate.record(stage.group)?.source)
      }
    }
  }
}

extension CheckReport {
  /// What a firewall lets pass; what it denies is a fault.
  mutating func pass(_ decision: FirewallDecision, _ firewall: ResourceID) {
    switch decision.outcome {
    case .denied: break
    case .allowed(by: let rule, _):
      add(
        Check(.firewallDenies, .pass, "firewall \(firewall.name) allows the packet by \(rule)", firewall))
    case .translated(let translation):
      add(
        Check(
          .noTranslationRule, .pass,
          "firewall \(firewall.name) sends the packet on to \(translation.address) by \(translation.rule)", firewall))
    case .unknown(let gaps):
      let what = gaps.map(\.summary).joined(separator: "; ")
      add(
        Check(
          .firewallDenies, .unknown, "what firewall \(firewall.name) does with the packet is unknown: \(what)",
          firewall))
    }
  }

  /// Groups that look as if they filtered, and don't: before private endpoints (F9), and around gateways (F5).
  mutating func warnOfGroups(_ traces: [Trace]) {
    for hop in traces.flatMap(\.hops) {
      for passage in hop.filters {
        guard case .judged(let verdict) = passage.outcome, verdict.exemption == .endpointPolicies else { continue }
        let endpoint = estate.privateEndpoints.first { $0.id == passage.place }
        guard let subnet = estate.subnetIndex(endpoint?.subnet).map({ estate.subnet($0) }),
          let group = subnet.networkSecurityGroup
        else { continue }
        add(
          Check(
            .endpointGroupNotApplied, .warning,
            "\(group.name) at subnet \(subnet.id.name) doesn't filter what goes to private endpoint"
              + " \(passage.place.name): the subnet's network policies for endpoints are off", subnet.id,
            [
              .property(
                subnet.id, name: "networkSecurityGroup", value: String(group.name),
                source: estate.record(subnet.id)?.source ?? subnet.id.parent.flatMap { estate.record($0)?.source })
            ],
            remedy: Remedy(
              "turn on network policies for groups in the subnet, if the group is to filter",
              [.set(subnet.id, property: "privateEndpointNetworkPolicies", value: "NetworkSecurityGroupEnabled")])))
      }
      guard hop.kind == .gateway, let subnet = estate.subnetIndex(hop.subnet).map({ estate.subnet($0) }),
        let group = subnet.networkSecurityGroup, !checks.contains(where: { $0.code == .gatewaySubnetFiltered })
      else { continue }
      add(
        Check(
          .gatewaySubnetFiltered, .warning,
          "\(subnet.id.name) has network security group \(group.name), which Azure doesn't support there: the gateway"
            + " may lose its management, and its tunnels with it", subnet.id,
          [
            .property(
              subnet.id, name: "networkSecurityGroup", value: String(group.name),
              source: estate.record(subnet.id)?.source ?? subnet.id.parent.flatMap { estate.record($0)?.source })
          ],
          remedy: Remedy(
            "take the group off the subnet", [.set(subnet.id, property: "networkSecurityGroup", value: .null)])))
    }
  }
}
