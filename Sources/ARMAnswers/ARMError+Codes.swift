internal import AzureFacts
internal import AzureResources

/// The errors that calls fail with, in ARM's wording where a recorded answer shows it.
extension ARMError {
  /// Azimuth's own code: the call exists and the resource too, but the snapshot lacks what the answer follows from.
  static let snapshotIncompleteCode = "SnapshotIncomplete"

  static func subscriptionNotFound(_ name: String) -> ARMError {
    ARMError(404, "SubscriptionNotFound", "The subscription '\(name)' could not be found.")
  }

  static func resourceGroupNotFound(_ name: String) -> ARMError {
    ARMError(404, "ResourceGroupNotFound", "Resource group '\(name)' could not be found.")
  }

  /// - Source: recorded answers (`expressRouteCircuits`, 2018); ARM writes a child's path behind the outermost type.
  static func resourceNotFound(_ id: ResourceID) -> ARMError {
    let owner = id.resourceGroup.map { " under resource group '\($0)'" } ?? ""
    return ARMError(404, "ResourceNotFound", "The Resource '\(id.relativePath)'\(owner) was not found.")
  }

  static func noSuchCall(_ method: String, _ path: String) -> ARMError {
    ARMError(
      404, "NotFound",
      "No call \(method) \(path) is known, and the snapshot holds no recording of one. Calls computed from the "
        + "snapshot: \(ComputedAction.summary).")
  }

  static func methodNotAllowed(_ method: String, _ path: String) -> ARMError {
    ARMError(
      405, "MethodNotAllowed",
      "The HTTP method '\(method)' is not supported on the resource '\(path)'. "
        + "Calls answered: \(ComputedAction.summary)."
    )
  }

  static func invalidURL(_ url: String, _ reason: String) -> ARMError {
    ARMError(400, "InvalidRequestUri", "The URL '\(url.prefix(200))' is not valid: \(reason).")
  }

  static func invalidFilter(_ filter: String) -> ARMError {
    ARMError(
      400, "InvalidFilterInQueryString",
      "Invalid $filter '\(filter.prefix(200))' specified in the query string. Understood are resourceType, "
        + "resourceGroup, name and location, each with eq and a quoted text, joined with and.")
  }

  /// A machine whose NICs the snapshot lacks.
  static func noInterface(of machine: ResourceID) -> ARMError {
    .snapshotIncomplete("No network interface of \(machine) is in the snapshot. Collect them: az network nic list")
  }

  /// A body that lacks a field, or whose field can't be read.
  static func invalidFormat(_ field: String, _ problem: String) -> ARMError {
    ARMError(400, "InvalidRequestFormat", "Cannot parse the request: \(field): \(problem).")
  }

  static func snapshotIncomplete(_ message: String) -> ARMError { ARMError(400, snapshotIncompleteCode, message) }

  /// - Source: recorded answers of 2016 and of 2017 to 2026, both wordings.
  static func unattached(_ interface: ResourceID, on day: Day) -> ARMError {
    let code = APIBehaviour.effectiveRoutesUnattachedCode.value(on: day)
    let message =
      code.contains("Running")
      ? "A network interface must be attached to a running virtual machine to get effective routes. The network "
        + "interface \(interface) is not attached to a running virtual machine."
      : "Nic must be attached to virtual machine to support get effective routes, nic name \(interface.name)."
    return ARMError(400, code, message)
  }

  /// - Source: recorded answers of 2016 and of 2017 to 2026.
  static func unattachedForSecurityGroups(_ interface: ResourceID, on day: Day) -> ARMError {
    ARMError(
      400, APIBehaviour.effectiveSecurityGroupsUnattachedCode.value(on: day),
      "A network interface must be attached to a running virtual machine to get effective security groups. The network "
        + "interface \(interface) is not attached to a running virtual machine.")
  }

  /// - Source: recorded 2020-11 (facts §5).
  static func noSecurityGroups(_ interface: ResourceID) -> ARMError {
    ARMError(
      400, "NsgsNotAppliedOnNic",
      "No network security group is applied on network interface \(interface) or on its subnet.")
  }

  /// - Source: the guide to ExpressRoute prints message and status; the code is not shown anywhere, and is that of the
  ///   status.
  static func noSuchPeering(_ name: String, serviceKey: String?) -> ARMError {
    ARMError(400, "BadRequest", "The BGP Peering \(name) with Service Key \(serviceKey ?? "") is not found.")
  }

  static func invalidDevicePath(_ name: String) -> ARMError {
    ARMError(400, "InvalidRequestFormat", "The device path '\(name)' is not valid: it is primary or secondary.")
  }

  /// - Source: ExpressRoute semantics B.3: the peer is required.
  static var missingPeer: ARMError {
    ARMError(400, "MissingParameter", "The query parameter 'peer' is required: the address of one BGP peer.")
  }

  /// - Source: recorded 2026-08 (routing semantics C-005).
  static func sourceMismatch(_ address: String) -> ARMError {
    ARMError(
      400, "SourceIpDoesNotMatchNicIp",
      "Source IP address \(address) for the inbound packet does not match any IP address on the network interface.")
  }
}

extension ResourceID {
  /// The id behind its last `providers`, as ARM's messages name a resource; the whole id where there is none.
  var relativePath: String {
    let segments = text.split(separator: "/")
    guard let provider = segments.lastIndex(where: { $0.matches("providers") }) else { return text }
    return segments[(provider + 1)...].joined(separator: "/")
  }
}
