public import AzureFacts
internal import AzureResources
public import Estate

/// Azure Resource Manager, played from a snapshot: a pure function from an estate and a request to a response.
///
/// Reading calls (a resource, the lists) are answered with the snapshot's own JSON. Diagnostic calls are computed.
/// Whatever else the snapshot holds a recording of is answered with that recording.
public struct ARMService: Sendable {
  /// What the answers are about.
  public let estate: Estate
  /// The day whose tables and habits of Azure count.
  public let day: Day
  public let machines: MachineState

  /// - Parameters:
  ///   - day: The day whose tables of Azure's own routes, and whose wordings, count.
  ///   - machines: Whether stopped machines are refused, as Azure does.
  public init(_ estate: Estate, asOf day: Day = .newest, machines: MachineState = .asRecorded) {
    self.estate = estate
    self.day = day
    self.machines = machines
  }

  /// Answers a call. Every request has an answer, malformed ones an error's.
  ///
  /// - Complexity: O(resources) for lists and for what isn't there; else that of the call.
  public func respond(to request: ARMRequest) -> ARMResponse {
    let url = RequestURL(request.url)
    let call = RecordedCalls.Call(method: request.method.uppercased(), url: url, body: request.body)
    do throws(ARMError) {
      if let answer = try HybridCalls(estate).answer(call) { return answer }
      let target = try ARMTarget(url)
      if target.prefersRecording(call.method), let recorded = recordings.answer(call) { return recorded }
      let computed = try compute(call, target)
      return computed.isEmptyList ? recordings.answer(call) ?? computed : computed
    } catch {
      return error.isForWantOfData ? recordings.answer(call) ?? ARMResponse(error) : ARMResponse(error)
    }
  }

  private var recordings: RecordedCalls { RecordedCalls(estate) }

  private func compute(_ call: RecordedCalls.Call, _ target: ARMTarget) throws(ARMError) -> ARMResponse {
    switch call.method {
    case "GET": return try ResourceReading(estate, on: day).answer(target, call.url)
    case "POST":
      guard case .part(let owner, let name) = target else { throw .noSuchCall(call.method, call.url.path) }
      guard let action = ComputedAction(name, on: owner) else { throw .noSuchCall(call.method, call.url.path) }
      switch action {
      case .effectiveRouteTable: return try effectiveRouteTable(owner)
      case .nextHop: return try nextHop(call.body)
      case .effectiveRoutes: return try hubRoutes(owner, call.body)
      case .effectiveNetworkSecurityGroups: return try effectiveSecurityGroups(owner)
      case .ipFlowVerify: return try ipFlowVerify(call.body)
      case .securityGroupView: return try securityGroupView(call.body)
      case .networkConfigurationDiagnostic: return try configurationDiagnostic(call.body)
      case .connectivityCheck: return try connectivityCheck(call.body)
      case .query: return try queryConnectionMonitor(owner)
      case .topology: return try topology(call.body, subscription: owner.subscription)
      }
    default: throw .methodNotAllowed(call.method, call.url.path)
    }
  }
}

extension ARMTarget {
  /// What a hub's router holds follows from the branches' announcements more than from the configuration: where
  /// somebody asked Azure itself, that answer counts.
  fileprivate func prefersRecording(_ method: String) -> Bool {
    guard method == "POST", case .part(let owner, let name) = self else { return false }
    return ComputedAction(name, on: owner) == .effectiveRoutes
  }
}
