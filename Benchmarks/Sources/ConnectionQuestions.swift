import AzureResources
import Diagnosis
import Estate
import IPAddressing

/// Random connections of a tenant in fixed shares, from NICs of machines.
struct ConnectionQuestions {
  /// Where the destination is, as the sender's network has it.
  enum Kind: String, CaseIterable {
    case sameNetwork = "same network"
    case peered
    case acrossHub = "networks not peered"
    case onPremises = "on-premises"
    case internet
  }

  /// One of each row, over and over.
  private static let shares: [Kind] = [
    .sameNetwork, .peered, .acrossHub, .onPremises, .internet,
    .sameNetwork, .peered, .acrossHub, .acrossHub, .acrossHub,
  ]
  private static let ports: [UInt16] = [22, 80, 443, 1433, 3389, 5432, 8080, 8443]

  private let estate: Estate
  private var random: SeededRandom
  /// NICs of machines by network.
  private let interfaces: [[Int]]
  private let senders: [Int]
  private let onPremises: [IPPrefix]

  init(_ estate: Estate, seed: UInt64) {
    self.estate = estate
    random = SeededRandom(state: seed)
    var interfaces = [[Int]](repeating: [], count: estate.virtualNetworks.count)
    for interface in estate.networkInterfaces.indices {
      guard let subnet = estate.subnet(ofInterface: interface),
        estate.networkInterfaces[interface].privateEndpoint == nil,
        estate.networkInterfaces[interface].privateIPAddress != nil
      else { continue }
      interfaces[estate.subnets[subnet].network].append(interface)
    }
    self.interfaces = interfaces
    senders = interfaces.flatMap { $0 }
    let learned = estate.virtualNetworkGateways.flatMap { estate.learnedRoutes(of: $0.id)?.routes ?? [] }
    let sites = estate.localNetworkGateways.flatMap(\.addressPrefixes)
    onPremises = (learned.filter(\.isLearned).map(\.network) + sites).filter { !$0.isDefault && $0.family == .ipv4 }
  }

  func make(_ count: Int) -> [ConnectionQuestion] {
    var copy = self
    var questions: [ConnectionQuestion] = []
    while questions.count < count {
      if let next = copy.next(Self.shares[questions.count % Self.shares.count]) { questions.append(next) }
    }
    return questions
  }

  /// nil where the sender has no such destination.
  private mutating func next(_ kind: Kind) -> ConnectionQuestion? {
    guard let sender = senders.randomElement(using: &random), let subnet = estate.subnet(ofInterface: sender),
      let port = Self.ports.randomElement(using: &random)
    else { return nil }
    let network = estate.subnets[subnet].network
    let peers = estate.peers(ofNetwork: network).compactMap(\.remote)
    let destination: EndpointReference?
    switch kind {
    case .sameNetwork: destination = host(in: network, but: sender)
    case .peered: destination = peers.randomElement(using: &random).flatMap { host(in: $0, but: sender) }
    case .acrossHub:
      let other = Int.random(in: interfaces.indices, using: &random)
      guard other != network, !peers.contains(other) else { return nil }
      destination = host(in: other, but: sender)
    case .onPremises:
      destination = onPremises.randomElement(using: &random).flatMap { prefix in
        guard case .v4(let prefix) = prefix else { return nil }
        return .address(.v4(IPv4Address(bits: .random(in: prefix.first.bits...prefix.last.bits, using: &random))))
      }
    case .internet:
      let address = IPAddress.v4(IPv4Address(bits: .random(in: 1 << 24..<223 << 24, using: &random)))
      guard !address.isPrivate else { return nil }
      destination = .address(address)
    }
    return destination.map {
      ConnectionQuestion(
        question: Question(from: .resource(estate.networkInterfaces[sender].id), to: $0, port: port), kind: kind)
    }
  }

  private mutating func host(in network: Int, but sender: Int) -> EndpointReference? {
    interfaces[network].randomElement(using: &random).flatMap { interface in
      interface == sender ? nil : .resource(estate.networkInterfaces[interface].id)
    }
  }
}
