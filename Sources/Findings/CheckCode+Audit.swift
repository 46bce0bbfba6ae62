extension CheckCode {
  /// Whether only an audit finds the fault: no connection stops because of it alone, or a diagnosis names what follows
  /// from it.
  public var isOfAuditAlone: Bool {
    switch self {
    case .routeMissing, .routeTableFull, .ruleNeverMatches, .ruleWithoutMembers, .everythingAllowed,
      .managementPortOpen, .securityGroupUnused, .gatewayWithoutConnection, .circuitNotProvisioned,
      .circuitPeeringNotEnabled, .bgpSettingsInconsistent, .endpointNotApproved, .subnetPrefixInvalid,
      .addressUsedTwice, .backendPoolEmpty, .natGatewayUnused, .publicAddressUnused,
      .interfaceUnattached, .snapshotInconsistent:
      true
    default: false
    }
  }

  /// Whether only the `verify` commands find the fault, which check one resource from end to end. The ranges are theirs:
  /// ExpressRoute, gateways, private endpoints, names and migrations.
  public var isOfVerificationAlone: Bool {
    guard let number = Int(rawValue.dropFirst(3)) else { return false }
    return [310...399, 510...549, 700...789].contains { $0.contains(number) }
  }
}
