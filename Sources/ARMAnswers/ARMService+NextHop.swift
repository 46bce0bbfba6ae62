internal import AzureFacts
internal import AzureResources
internal import Estate
public import IPAddressing
internal import JSONDocument
internal import Routing

/// `POST networkWatchers/{name}/nextHop`.
extension ARMService {
  /// Where a NIC sends packets for an address. Whether its machine runs doesn't matter here.
  ///
  /// - Parameter interface: An index of `Estate.networkInterfaces`.
  /// - Throws: `ARMError` where the snapshot lacks the NIC's subnet.
  public func nextHop(ofInterface interface: Int, to destination: IPAddress) throws(ARMError) -> NextHop {
    NextHop(try routes(ofInterface: interface), to: destination, interface: interface, on: day)
  }

  /// The call itself. The watcher need not be in the snapshot: collections leave it out, and nothing in the answer
  /// depends on it.
  func nextHop(_ body: JSONValue?) throws(ARMError) -> ARMResponse {
    let question = try NextHopQuestion(body)
    let target = try TargetMachine(question.target, estate)
    let interface = try target.interface(named: question.interface, of: question.target, owning: question.source)
    // No recording shows what a stopped machine's error is called; next hop reads the effective routes, hence theirs
    // (routing semantics C-003).
    if machines == .asRecorded, let machine = target.machine, !Attachment(estate).isMachineRunning(machine) {
      throw .unattached(estate.networkInterfaces[interface].id, on: day)
    }
    try check(question.source, interface, target)
    return ARMResponse(200, try nextHop(ofInterface: interface, to: question.destination).json)
  }

  /// Azure refuses a source address that isn't the NIC's, since 2024 (routing semantics C-005). A NIC of which the
  /// snapshot doesn't know every address can't be held against it.
  private func check(_ source: IPAddress, _ interface: Int, _ target: TargetMachine) throws(ARMError) {
    guard APIBehaviour.nextHopSourceAddressMustMatch.value(on: day) == "true" else { return }
    let configurations = estate.networkInterfaces[interface].ipConfigurations
    guard !configurations.isEmpty, configurations.allSatisfy({ $0.privateIPAddress != nil }),
      !target.owns(interface, source)
    else { return }
    throw .sourceMismatch(source.description)
  }
}
