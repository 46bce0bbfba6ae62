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
}
