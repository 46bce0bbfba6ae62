internal import AzureResources
internal import Estate
internal import NameResolution

/// Who asks for a name, as somebody wrote it.
enum AskerText {
  /// The asker, its id or word, and the same in short.
  static func asker(
    _ text: String, _ resolver: TargetResolver, _ estate: Estate
  ) throws(CommandError) -> (asker: NameAsker, id: String, name: String) {
    switch text.lowercased() {
    case "internet": return (.internet, "internet", "the internet")
    case "onpremises", "on-premises": return (.onPremises, "onpremises", "on-premises")
    default: break
    }
    let id = try resolver.resolve(text, among: TargetKinds.askers)
    return (try asker(id, estate), id.text, String(id.name))
  }

  /// The asker that a resource of the estate is.
  static func asker(_ id: ResourceID, _ estate: Estate) throws(CommandError) -> NameAsker {
    if let network = estate.virtualNetworkIndex(id) { return .network(network, interface: nil) }
    if let subnet = estate.subnetIndex(id) { return .network(estate.subnets[subnet].network, interface: nil) }
    let interface =
      estate.virtualMachineIndex(id).flatMap { estate.networkInterfaces(ofMachine: $0).first }
      ?? estate.networkInterfaceIndex(id)
    guard let interface, let subnet = estate.subnet(ofInterface: interface) else {
      throw CommandError(
        message: "the snapshot holds no network of \(id.shortName)", remedy: "Collect it: az network nic list -o json")
    }
    return .network(estate.subnets[subnet].network, interface: interface)
  }
}
