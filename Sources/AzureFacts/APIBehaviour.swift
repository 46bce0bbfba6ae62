/// How a diagnostic call of Azure behaved on a day.
///
/// - Source: `api-behaviours.tsv`, row by row.
public enum APIBehaviour: String, Sendable {
  /// The name that the next hop call gives to a destination in the own network.
  case nextHopVnetLocalName = "nextHop/vnetLocalName"
  /// Whether the next hop call refuses a source address that is on no NIC of the machine.
  case nextHopSourceAddressMustMatch = "nextHop/sourceAddressMustMatch"
  /// The error's code for effective routes of a NIC without a running machine.
  case effectiveRoutesUnattachedCode = "effectiveRouteTable/unattachedCode"
  /// The error's code for effective security groups of a NIC without a running machine.
  case effectiveSecurityGroupsUnattachedCode = "effectiveNetworkSecurityGroups/unattachedCode"

  /// Whether effective security groups list the last outbound rule under an older name too.
  case effectiveSecurityGroupsListOlderDenyRule = "effectiveNetworkSecurityGroups/listOlderDenyRule"
  /// Whether a subnet in a topology names its network security group.
  case topologySubnetsNameGroups = "topology/subnetsNameGroups"
  /// Whether a connectivity check lists the peerings on its path.
  case connectivityCheckListsPeerings = "connectivityCheck/listsPeerings"

  /// The value on a day; empty before the first record.
  public func value(on day: Day) -> String {
    let rows = FactTable.apiBehaviours.rows.filter { $0.count == 5 && "\($0[0])/\($0[1])" == rawValue }
    let valid = rows.filter { row in Day(row[2]).map { $0 <= day } ?? false }
    return valid.max { $0[2] < $1[2] }.map { String($0[3]) } ?? ""
  }
}
