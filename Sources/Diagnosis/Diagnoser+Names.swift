internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis

/// Destinations that are named in DNS.
extension Diagnoser {
  /// Diagnoses one connection. Not reaching the destination is an answer, not an error, and so is a name whose address
  /// the snapshot doesn't hold: then the verdict is indeterminate.
  ///
  /// - Throws: `QuestionError` where an end of the connection can't be found.
  public mutating func diagnose(_ question: Question) throws(QuestionError) -> Diagnosis {
    guard case .name(let name) = question.destination else {
      return try diagnose(question, to: question.destination)
    }
    let locator = EndpointLocator(estate: estate, book: tracer.book)
    let source = try locator.locate(question.source, as: .source)
    var resolver = names ?? NameResolver(estate)
    let network = source.subnet.map { estate.subnets[$0].network }
    let resolution = resolver.resolve(name, fromNetwork: network, servers: servers(of: source))
    names = resolver
    guard let address = resolution.addresses.first else { return undetermined(question, source, resolution) }
    var diagnosis = try diagnose(question, to: .address(address))
    diagnosis.nameResolution = resolution
    return diagnosis
  }

  /// The DNS servers that a source asks: those of its NIC, or else of its network.
  private func servers(of source: LocatedEndpoint) -> [String] {
    let interface =
      source.machine.flatMap { estate.networkInterfaces(ofMachine: $0).first }
      ?? estate.networkInterfaceIndex(source.resource)
    if let interface, let json = estate.json(estate.networkInterfaces[interface].id) {
      let own = (json["properties"] ?? json)["dnsSettings"]?["dnsServers"]?.elements?.compactMap(\.text) ?? []
      if !own.isEmpty { return own }
    }
    guard let subnet = source.subnet else { return [] }
    return estate.virtualNetworks[estate.subnets[subnet].network].dnsServers.map(\.description)
  }

  /// The answer where nobody knows where the packet goes.
  private func undetermined(
    _ question: Question, _ source: LocatedEndpoint, _ resolution: NameResolution
  ) -> Diagnosis {
    // Its address is never shown: the resolution has none.
    let nowhere = LocatedEndpoint(nil, EndpointLocator.internetHost, subnet: nil)
    let start = source.subnet.map { PathStart(subnet: $0, resource: source.resource) }
    let packet = Packet(
      source: source.address, destination: nowhere.address, port: question.port, transport: question.transport)
    let missing = resolution.missing.map { [$0] } ?? []
    return Diagnosis(
      question: question, source: source, destination: nowhere, verdict: .indeterminate, cause: nil,
      forward: tracer.undetermined(packet, from: start, missing: missing), wayBack: nil, ways: [],
      checks: [],
      assumptions: source.assumption.map { [$0] } ?? [], missing: missing, nameResolution: resolution)
  }
}
