internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import NameFindings
internal import NameResolution
internal import PathAnalysis
internal import Routing

/// Destinations that are named in DNS.
extension Diagnoser {
  /// Diagnoses one connection. Not reaching the destination is an answer, not an error, and so is a name whose address
  /// the snapshot doesn't hold: then the verdict is indeterminate.
  ///
  /// - Throws: `QuestionError` where an end of the connection can't be found.
  public mutating func diagnose(_ question: Question) throws(QuestionError) -> Diagnosis {
    guard case .name(let text) = question.destination, let name = DomainName(text) else {
      return try diagnose(question, to: question.destination)
    }
    let locator = EndpointLocator(estate: estate, book: tracer.book)
    let source = try locator.locate(question.source, as: .source)
    var examiner = names ?? NameExaminer(estate, declared: declaredNames)
    let examination = examiner.examine(name, from: asker(question, source))
    names = examiner
    let answer = examination.answer
    var diagnosis: Diagnosis
    if let address = answer.addresses.first {
      diagnosis = try diagnose(question, to: .address(address))
    } else if answer.outcome == .publicService, examination.cause == nil {
      diagnosis = try diagnose(question, to: .internet)
    } else {
      diagnosis = undetermined(question, source, answer)
    }
    return diagnosis.led(by: examination)
  }

  /// Who asks for the destination's name.
  private func asker(_ question: Question, _ source: LocatedEndpoint) -> NameAsker {
    guard let subnet = source.subnet else {
      return question.source == .internet || !source.address.isPrivate ? .internet : .onPremises
    }
    let interface =
      source.machine.flatMap { estate.networkInterfaces(ofMachine: $0).first }
      ?? estate.networkInterfaceIndex(source.resource)
    return .network(estate.subnets[subnet].network, interface: interface)
  }

  /// The answer where nobody knows where the packet goes.
  private func undetermined(_ question: Question, _ source: LocatedEndpoint, _ answer: NameAnswer) -> Diagnosis {
    // Its address is never shown: the resolution has none.
    let nowhere = LocatedEndpoint(nil, EndpointLocator.internetHost, subnet: nil)
    let start = source.subnet.map { PathStart(subnet: $0, resource: source.resource) }
    let packet = Packet(
      source: source.address, destination: nowhere.address, port: question.port, transport: question.transport)
    let missing = [
      answer.missing
        ?? MissingInput(
          .resource, answer.links.last?.resource,
          answer.links.last.map { "an address: \($0.summary)" } ?? "what DNS answers for \(answer.name)",
          command: "nslookup \(answer.name)")
    ]
    return Diagnosis(
      question: question, source: source, destination: nowhere, verdict: .indeterminate, cause: nil,
      forward: tracer.undetermined(packet, from: start, missing: missing), wayBack: nil, ways: [],
      checks: [],
      assumptions: source.assumption.map { [$0] } ?? [], missing: missing, nameResolution: answer)
  }
}

extension Diagnosis {
  /// The diagnosis with what its destination's name gave. A name that leads elsewhere is the first cause, and what stops
  /// packets on the way to the wrong place is none.
  fileprivate func led(by examination: NameExamination) -> Diagnosis {
    let cause = examination.cause
    return Diagnosis(
      question: question, source: source, destination: destination, verdict: cause == nil ? verdict : .blocked,
      cause: cause ?? self.cause, forward: forward, wayBack: wayBack, ways: ways,
      checks: examination.checks + (cause == nil ? checks : []), assumptions: assumptions,
      missing: cause == nil ? missing : [], repair: nil, nameResolution: examination.answer)
  }
}
