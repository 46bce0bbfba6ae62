/// The checks and faults that a diagnosis knows, by their stable codes. Each has a page in `docs/checks/`.
public enum CheckCode: String, Sendable, Hashable, CaseIterable {
  case routeFound = "AZR100"
  case userRouteDrops = "AZR101"
  case nextHopUnowned = "AZR102"
  case nextHopNotReachable = "AZR103"
  case applianceNotForwarding = "AZR104"
  case routingLoop = "AZR105"
  case noRoute = "AZR106"
  case privateDestinationToInternet = "AZR107"
  case addressUnowned = "AZR108"
  case noGateway = "AZR109"
  case loadBalancerCannotForward = "AZR110"
  case peeringNotConnected = "AZR111"
  case peeringNotSynchronised = "AZR112"
  case propagationDisabled = "AZR113"
  case noGatewayTransit = "AZR114"
  case peeringAccessDenied = "AZR115"
  case forwardedTrafficDenied = "AZR116"
  case peeringRoutesDisabled = "AZR117"
  case asymmetricReturn = "AZR118"
  case wayBack = "AZR119"
  case routeTableNotAssociated = "AZR120"
  case applianceBypassed = "AZR121"
  case subnetNotPeered = "AZR122"
  case overlappingAddressSpaces = "AZR123"
  case loadBalancerToItself = "AZR124"
  case noPublicAddress = "AZR125"
  case secondaryInterface = "AZR126"
  case routeMissing = "AZR131"
  case gatewaySubnetPropagationDisabled = "AZR132"
  case gatewaySubnetDefaultRoute = "AZR133"
  case routeTableFull = "AZR134"
  case ruleDenies = "AZR202"
  case defaultRuleDenies = "AZR203"
  case adminRuleDenies = "AZR204"
  case notInApplicationSecurityGroup = "AZR205"
  case notInVirtualNetworkTag = "AZR206"
  case publicAddressWithoutGroup = "AZR207"
  case endpointGroupNotApplied = "AZR208"
  case firewallDenies = "AZR220"
  case noTranslationRule = "AZR221"
  case ruleNeverMatches = "AZR230"
  case ruleWithoutMembers = "AZR231"
  case probeDenied = "AZR232"
  case everythingAllowed = "AZR233"
  case managementPortOpen = "AZR234"
  case gatewaySubnetFiltered = "AZR235"
  case securityGroupUnused = "AZR236"
  case gatewayLacksPrefix = "AZR301"
  case connectionNotConnected = "AZR302"
  case siteNotConnected = "AZR303"
  case prefixNotLearned = "AZR304"
  case gatewayWithoutConnection = "AZR305"
  case circuitNotProvisioned = "AZR306"
  case circuitPeeringNotEnabled = "AZR307"
  case bgpSettingsInconsistent = "AZR308"
  case circuitStatus = "AZR310"
  case providerStatus = "AZR311"
  case circuitOperation = "AZR312"
  case directPort = "AZR313"
  case peeringPresence = "AZR314"
  case peeringState = "AZR315"
  case peeringPrefixes = "AZR316"
  case linkPrefixOverlaps = "AZR317"
  case peeringVLAN = "AZR318"
  case peeringASN = "AZR319"
  case peeringSharedKey = "AZR320"
  case arpTable = "AZR321"
  case edgeDevices = "AZR322"
  case bgpSession = "AZR323"
  case receivedPrefixes = "AZR324"
  case prefixLimit = "AZR325"
  case pathRedundancy = "AZR326"
  case sessionReset = "AZR327"
  case oneSidedPrefixes = "AZR328"
  case asPaths = "AZR329"
  case announcedDefaultRoute = "AZR330"
  case announcedAzurePrefix = "AZR331"
  case trafficCounters = "AZR332"
  case circuitMetrics = "AZR333"
  case circuitConnection = "AZR334"
  case circuitAuthorization = "AZR335"
  case gatewaySessions = "AZR336"
  case gatewayLacksEdgePrefix = "AZR337"
  case edgeLacksAzurePrefix = "AZR338"
  case microsoftPeeringPrefixes = "AZR339"
  case routeFilter = "AZR340"
  case globalReach = "AZR341"
  case circuitResilience = "AZR342"
  case circuitObservationsApart = "AZR343"
  case edgeAddressDiffers = "AZR350"
  case edgeVLANDiffers = "AZR351"
  case edgeASNDiffers = "AZR352"
  case edgeRemoteASNDiffers = "AZR353"
  case edgeKeyDiffers = "AZR354"
  case edgeSessionMissing = "AZR355"
  case edgeNeighbourUnresolved = "AZR356"
  case edgeSessionDown = "AZR357"
  case edgeAnnouncementsDiffer = "AZR358"
  case edgeReceivesLess = "AZR359"
  case gatewayNotProvisioned = "AZR360"
  case gatewaySubnetUnsuitable = "AZR361"
  case gatewaySKULimit = "AZR362"
  case connectionEndsDiffer = "AZR363"
  case connectionNotProvisioned = "AZR364"
  case tunnelNotConnected = "AZR365"
  case sitePrefixesFaulty = "AZR366"
  case siteAddressFaulty = "AZR367"
  case bgpPeerNotConnected = "AZR368"
  case bgpPeerMissing = "AZR369"
  case nothingLearned = "AZR370"
  case learnedRoutesLimit = "AZR371"
  case ownPrefixLearned = "AZR372"
  case prefixNotAdvertised = "AZR373"
  case asnReserved = "AZR374"
  case activeActiveIncomplete = "AZR375"
  case pointToSiteFaulty = "AZR376"
  case troubleshootFault = "AZR377"
  case gatewayMaintenance = "AZR378"
  case gatewayLoaded = "AZR379"
  case mailMayBeDropped = "AZR401"
  case protocolNotTranslated = "AZR403"
  case endpointNotApproved = "AZR501"
  case subnetPrefixInvalid = "AZR502"
  case addressUsedTwice = "AZR503"
  case backendPoolEmpty = "AZR504"
  case noOutbound = "AZR505"
  case natGatewayUnused = "AZR506"
  case publicAddressUnused = "AZR507"
  case interfaceUnattached = "AZR508"
  case snapshotInconsistent = "AZR509"
  case endpointNetwork = "AZR510"
  case endpointDataFlow = "AZR511"
  case endpointNames = "AZR512"
  case endpointZone = "AZR513"
  case endpointZoneGroup = "AZR514"
  case endpointTargetOpen = "AZR515"
  case endpointTargetRefuses = "AZR516"
  case endpointNotProvisioned = "AZR517"
  case endpointUnknownToTarget = "AZR518"
  case endpointReached = "AZR519"
  case endpointTransport = "AZR520"
  case sourceStopped = "AZR601"
  case destinationStopped = "AZR602"
  case applianceStopped = "AZR603"
  case nameResolved = "AZR700"
  case zoneNotLinked = "AZR701"
  case zoneLinkPending = "AZR702"
  case zoneMissing = "AZR703"
  case zoneRecordMissing = "AZR704"
  case zoneRecordStale = "AZR705"
  case zoneNameWrong = "AZR706"
  case forwarderWrong = "AZR707"
  case nameServerSilent = "AZR708"
  case rulesetNotLinked = "AZR709"
  case zoneSplit = "AZR710"
  case hostsFileOverrides = "AZR711"
  case subResourceDiffers = "AZR712"
  case publicAnswer = "AZR713"
  case nameLoop = "AZR714"
  case nameServersDiffer = "AZR715"
  case networkAsksOthers = "AZR716"
  case migrateEndpointNotApproved = "AZR740"
  case migrateEndpointMissing = "AZR741"
  case migrateEndpointElsewhere = "AZR742"
  case migrateNoDataFlow = "AZR743"
  case migrateListDiffers = "AZR744"
  case migrateZoneMissing = "AZR745"
  case migrateZoneNotLinked = "AZR746"
  case migrateRecordWrong = "AZR747"
  case migrateNameUnresolved = "AZR748"
  case migratePathBlocked = "AZR749"
  case migrateProxyNotBypassed = "AZR750"
  case migratePublicURL = "AZR751"
  case migrateAccountRole = "AZR752"
  case migrateVaultPermission = "AZR753"
  case migrateVaultNetwork = "AZR754"
  case migrateErrorText = "AZR755"
  case migrateNameMistyped = "AZR756"
  case probedNameWrong = "AZR770"
  case probedPortClosed = "AZR771"
  case probedCertificateWrong = "AZR772"

  /// The layer it belongs to, as the JSON of a diagnosis names it.
  public var layer: Layer {
    switch self {
    case .ruleDenies, .defaultRuleDenies, .notInApplicationSecurityGroup, .notInVirtualNetworkTag,
      .publicAddressWithoutGroup, .ruleNeverMatches, .ruleWithoutMembers, .probeDenied, .everythingAllowed,
      .managementPortOpen, .gatewaySubnetFiltered, .securityGroupUnused, .adminRuleDenies, .endpointGroupNotApplied,
      .firewallDenies, .noTranslationRule:
      .filtering
    case .gatewayLacksPrefix, .connectionNotConnected, .siteNotConnected, .prefixNotLearned, .gatewayWithoutConnection,
      .circuitNotProvisioned, .circuitPeeringNotEnabled, .bgpSettingsInconsistent, .edgeAddressDiffers,
      .edgeVLANDiffers, .edgeASNDiffers, .edgeRemoteASNDiffers, .edgeKeyDiffers, .edgeSessionMissing,
      .edgeNeighbourUnresolved, .edgeSessionDown, .edgeAnnouncementsDiffer, .edgeReceivesLess, .gatewayNotProvisioned,
      .gatewaySubnetUnsuitable, .gatewaySKULimit, .connectionEndsDiffer, .connectionNotProvisioned, .tunnelNotConnected,
      .sitePrefixesFaulty, .siteAddressFaulty, .bgpPeerNotConnected, .bgpPeerMissing, .nothingLearned,
      .learnedRoutesLimit, .ownPrefixLearned, .prefixNotAdvertised, .asnReserved, .activeActiveIncomplete,
      .pointToSiteFaulty, .troubleshootFault, .gatewayMaintenance, .gatewayLoaded:
      .gateway
    case .endpointNotApproved, .endpointNetwork, .endpointDataFlow, .endpointNames, .endpointZone, .endpointZoneGroup,
      .endpointTargetOpen, .endpointTargetRefuses, .endpointNotProvisioned, .endpointUnknownToTarget, .endpointReached,
      .endpointTransport:
      .privateLink
    case .nameResolved, .zoneNotLinked, .zoneLinkPending, .zoneMissing, .zoneRecordMissing, .zoneRecordStale,
      .zoneNameWrong, .forwarderWrong, .nameServerSilent, .rulesetNotLinked, .zoneSplit, .hostsFileOverrides,
      .subResourceDiffers, .publicAnswer, .nameLoop, .nameServersDiffer, .networkAsksOthers:
      .dns
    case .migrateEndpointNotApproved, .migrateEndpointMissing, .migrateEndpointElsewhere,
      .migrateNoDataFlow, .migrateVaultNetwork:
      .privateLink
    case .migrateListDiffers, .migrateZoneMissing, .migrateZoneNotLinked, .migrateRecordWrong, .migrateNameUnresolved,
      .migrateNameMistyped, .probedNameWrong:
      .dns
    case .migrateProxyNotBypassed, .migratePublicURL, .migrateAccountRole, .migrateVaultPermission, .migrateErrorText,
      .probedCertificateWrong:
      .platform
    case .subnetPrefixInvalid, .addressUsedTwice, .backendPoolEmpty, .noOutbound, .natGatewayUnused,
      .publicAddressUnused, .interfaceUnattached, .snapshotInconsistent, .mailMayBeDropped, .protocolNotTranslated:
      .platform
    case .sourceStopped, .destinationStopped, .applianceStopped: .compute
    // A hundred belongs to gateways and circuits as a whole.
    default: rawValue.hasPrefix("AZR3") ? .gateway : .routing
    }
  }

  /// A part of the network that a cause lies in.
  public enum Layer: String, Sendable, Hashable {
    case dns, routing, filtering, gateway, privateLink, compute, platform
  }
}
