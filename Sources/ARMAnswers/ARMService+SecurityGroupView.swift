internal import AzureResources
internal import Estate
internal import Filtering
internal import JSONDocument
internal import Routing

/// `POST networkWatchers/{name}/securityGroupView`.
extension ARMService {
  /// The security rules at each NIC of a machine. A NIC without any group is left out.
  ///
  /// - Source: routing semantics D-115; recorded 2020-11-30 (a machine without groups).
  func securityGroupView(_ body: JSONValue?) throws(ARMError) -> ARMResponse {
    let id = try RequestFields(body).id("targetResourceId")
    let target = try TargetMachine(id, estate)
    guard let primary = target.interfaces.first else { throw .noInterface(of: id) }
    try requireRunning(target, primary)
    var evaluator = FilterEvaluator(estate, tables: RouteTableBuilder(estate, asOf: day))
    var views: [JSONValue] = []
    for interface in target.interfaces {
      let groups = try groups(atInterface: interface, &evaluator)
      if let view = view(ofInterface: interface, groups) { views.append(view) }
    }
    return ARMResponse(200, ["networkInterfaces": .array(views)])
  }

  private func view(ofInterface interface: Int, _ groups: [EffectiveSecurityGroup]) -> JSONValue? {
    guard !groups.isEmpty else { return nil }
    let id = estate.networkInterfaces[interface].id
    // Azure lists the NIC's group before the subnet's here.
    let ordered = groups.filter { $0.appliedTo == id } + groups.filter { $0.appliedTo != id }
    var associations = JSONObject()
    for group in ordered {
      let key = group.appliedTo == id ? "networkInterfaceAssociation" : "subnetAssociation"
      associations[key] = [
        "id": .string(group.appliedTo.text), "securityRules": .array(ownRules(of: group.group)),
      ]
    }
    associations["defaultSecurityRules"] = .array(SecurityGroupViewJSON.defaultRules)
    associations["effectiveSecurityRules"] = .array(ordered.flatMap { SecurityGroupViewJSON.effectiveRules($0) })
    return ["id": .string(id.text), "securityRuleAssociations": .object(associations)]
  }

  /// The rules that people wrote, as resources.
  private func ownRules(of group: ResourceID) -> [JSONValue] {
    (ResourceLists(estate).children(of: group, type: "securityRules") ?? []).map { rule in
      guard var members = rule.members, members["id"] == nil, let name = members["name"]?.text,
        let id = group.child("securityRules", name)
      else { return rule }
      members["id"] = .string(id.text)
      return .object(members)
    }
  }

  /// Azure answers for running machines only.
  func requireRunning(_ target: TargetMachine, _ interface: Int) throws(ARMError) {
    guard machines == .asRecorded, let machine = target.machine, !Attachment(estate).isMachineRunning(machine) else {
      return
    }
    throw .unattachedForSecurityGroups(estate.networkInterfaces[interface].id, on: day)
  }
}
