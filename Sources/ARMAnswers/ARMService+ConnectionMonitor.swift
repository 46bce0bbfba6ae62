internal import AzureResources
internal import Estate
internal import JSONDocument

/// `POST networkWatchers/{name}/connectionMonitors/{name}/query`.
extension ARMService {
  /// What a connection monitor would see now: a state for each pair of ends that it tests, by configuration alone.
  ///
  /// As `connectivityCheck`, it sends nothing: no probes are counted. The source is `Inactive` where its machine is
  /// stopped. A pair whose ends the snapshot lacks has the state `Unknown`, and no hops.
  ///
  /// - Source: recorded answers of 2018 to 2024 (keys and their order).
  func queryConnectionMonitor(_ id: ResourceID) throws(ARMError) -> ARMResponse {
    let locator = ResourceLocator(estate)
    guard let found = locator.locate(id), let json = estate.json(found) else { throw locator.absence(id) }
    let checks = ConnectionMonitor(json).checks
    let active = checks.filter { !hasStoppedSource($0) }
    let states = active.map { check -> JSONValue in
      do throws(ARMError) {
        let answer = try connectivityCheck(check).body
        return Self.state(answer["connectionStatus"] ?? "Unknown", answer["hops"] ?? [])
      } catch {
        return Self.state("Unknown", [])
      }
    }
    return ARMResponse(
      200,
      [
        "sourceStatus": .string(active.isEmpty && !checks.isEmpty ? "Inactive" : "Active"), "states": .array(states),
      ])
  }

  private func hasStoppedSource(_ check: JSONValue) -> Bool {
    guard machines == .asRecorded, let id = check["source"]?["resourceId"]?.text.flatMap({ ResourceID($0) }),
      let machine = estate.virtualMachineIndex(ResourceLocator(estate).locate(id))
    else { return false }
    return !Attachment(estate).isMachineRunning(machine)
  }

  private static func state(_ status: JSONValue, _ hops: JSONValue) -> JSONValue {
    [
      "connectionState": status, "evaluationState": "Completed", "probesSent": 0, "probesFailed": 0, "hops": hops,
    ]
  }
}
