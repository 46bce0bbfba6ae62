import AzureResources
import Estate
import EstateFixtures
import Filtering
import IPAddressing
import Routing
import TestSupport
import Testing

@Suite("The engine beside a naive evaluator")
struct NaiveAgreementTests {
  static let estatesOfSeed = 25
  static let flowsOfEstate = 400

  /// Ten seeds of 25 estates with 400 flows each: 100,000 flows.
  @Test("Both forms of the engine agree with rules read one by one", arguments: 1...10)
  func agreement(seed: Int) throws {
    print("naive filters: seed \(seed)")
    var random = SplitMix64(seed: UInt64(seed) &* 7919)
    var words: [String: Int] = [:]
    for number in 0..<Self.estatesOfSeed {
      let naive = NaiveEstate(&random)
      let estate = try naive.lab.estate()
      let tables = RouteTableBuilder(estate)
      var evaluator = FilterEvaluator(estate, tables: tables)
      var index = FilterIndex(estate, tables: tables)
      let filter = NaiveFilter(estate: naive)
      for _ in 0..<Self.flowsOfEstate {
        let question = try Self.question(naive, estate, &random)
        let expected = filter.word(
          Self.packets(question.flow), question.direction.rawValue, at: question.host, in: question.subnet)
        let verdict = evaluator.verdict(question.flow, question.direction, at: question.place)
        let access = index.access(question.flow, question.direction, at: question.place)
        let what: Comment =
          "seed \(seed), estate \(number): \(question.direction) \(question.flow) at \(question.host?.name ?? question.subnet.path)"
        try #require(verdict.word == expected, what)
        try #require(FilterVerdict.word(access) == expected, what)
        words[expected, default: 0] += 1
      }
    }
    // Every kind of answer occurs often enough to mean something.
    for word in ["allow", "deny", "noFilters", "unknown"] { #expect(words[word, default: 0] > 100) }
  }

  private struct Question {
    let flow: Flow
    let direction: TrafficDirection
    let place: FilterPlace
    let host: NaiveEstate.Host?
    let subnet: NaiveEstate.Subnet
  }

  private static func question(
    _ naive: NaiveEstate, _ estate: Estate, _ random: inout SplitMix64
  ) throws -> Question {
    let subnet = try #require(naive.subnets.randomElement(using: &random))
    let hosts = naive.hosts.filter { $0.subnet == subnet.path }
    let host = Int.random(in: 0..<5, using: &random) == 0 ? nil : hosts.randomElement(using: &random)
    let base = subnet.prefix.split(separator: ".").prefix(3).joined(separator: ".")
    let own = host?.address ?? "\(base).77"
    let others = naive.hosts.map(\.address) + NaiveEstate.outside
    let other = try #require(others.randomElement(using: &random))
    let direction = Bool.random(using: &random) ? TrafficDirection.inbound : .outbound
    let transport = try #require(
      [SecurityRuleProtocol.tcp, .tcp, .tcp, .udp, .udp, .icmp, .esp, .ah, .any].randomElement(using: &random))
    let ports: [UInt16?] = [22, 80, 443, 81, 1023, 1024, 8050, 65535, nil]
    let port = ports.randomElement(using: &random) ?? nil
    let sourcePorts: [UInt16?] = [50000, 1024, 49999, nil]
    let sourcePort = sourcePorts.randomElement(using: &random) ?? nil
    let (from, to) = direction == .inbound ? (other, own) : (own, other)
    let flow = Flow(transport, from: try IPAddress(from), port: sourcePort, to: try IPAddress(to), port: port)
    return Question(
      flow: flow, direction: direction, place: try place(host, subnet, estate), host: host, subnet: subnet)
  }

  private static func place(
    _ host: NaiveEstate.Host?, _ subnet: NaiveEstate.Subnet, _ estate: Estate
  ) throws -> FilterPlace {
    guard let host else {
      return .subnet(try #require(estate.subnetIndex(ResourceID(FilterLab.subnet(subnet.path)))))
    }
    if host.isEndpoint {
      return .privateEndpoint(try #require(estate.privateEndpoints.firstIndex { $0.id.name == host.name }))
    }
    return .interface(try #require(estate.networkInterfaces.firstIndex { $0.id.name == "\(host.name)-nic" }))
  }

  /// The packets that a flow stands for, as far as any rule of the test tells them apart.
  private static func packets(_ flow: Flow) -> [NaiveFilter.Packet] {
    let transports = flow.transport == .any ? ["Tcp", "Udp", "Icmp", "Esp", "Ah", "Gre"] : [flow.transport.rawValue]
    let sources = flow.sourcePort.map { [Int($0)] } ?? [0, 50000]
    let destinations =
      flow.destinationPort.map { [Int($0)] } ?? [0, 22, 23, 80, 81, 443, 444, 1024, 8000, 8101]
    return transports.flatMap { transport in
      let hasPorts = transport == "Tcp" || transport == "Udp"
      return (hasPorts ? sources : [0]).flatMap { source in
        (hasPorts ? destinations : [0]).map { destination in
          NaiveFilter.Packet(
            transport: transport, source: NaiveFilter.number("\(flow.source)"), sourcePort: source,
            destination: NaiveFilter.number("\(flow.destination)"), destinationPort: destination)
        }
      }
    }
  }
}
