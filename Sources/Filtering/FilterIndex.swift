public import AzureResources
internal import CNumberSearch
public import Estate
internal import IPAddressing
public import Routing

/// The filters of an estate compiled, to judge packets by the million.
///
/// Rules are compiled when they are first asked for, once for each group, direction and content of the tag
/// `VirtualNetwork`; a place is then a list of compiled rules. What the compiled form can't tell (a packet with an open
/// port, IPv6, the platform's own addresses, something that the snapshot lacks) is left to `FilterEvaluator`, with which
/// it agrees.
public struct FilterIndex {
  private let estate: Estate
  private var evaluator: FilterEvaluator
  private(set) var storage = CompiledRules.Storage()
  private var compiled: [CompiledRules] = []
  private var numbers: [Key: Int32] = [:]
  private var sites: [CompiledSite] = []
  private var stages: [Int32] = []
  private var siteNumbers: [FilterPlace: [Int32]] = [:]

  /// All that decides how rules compile.
  private struct Key: Hashable {
    let group: ResourceID
    let direction: TrafficDirection
    /// Which content `VirtualNetwork` has, and whether more may be in it.
    let context: Int
    let isOpen: Bool
    /// The application security groups of the place that the rules name on its side.
    let memberships: Set<ResourceID>
    let network: ResourceID?
  }

  public init(_ estate: Estate, tables: RouteTableBuilder) {
    self.estate = estate
    evaluator = FilterEvaluator(estate, tables: tables)
  }

  /// How many filters are compiled: groups and security admin configurations, by direction and content of tags.
  public var count: Int { compiled.count }

  /// The memory that the compiled rules take, in bytes.
  public var memoryBytes: Int {
    storage.cuts.count * 4 + storage.masks.count * 8 + storage.words.count
      + compiled.count * MemoryLayout<CompiledRules>.stride + sites.count * MemoryLayout<CompiledSite>.stride
      + stages.count * 4
  }

  /// What the filters at a place do with a flow: the same as `FilterEvaluator.verdict(_:_:at:)` says.
  ///
  /// - Complexity: O(1) in the rules and O(log n) in their cuts; O(rules) for what is left to the evaluator. Once more
  ///   for a place that is new.
  public mutating func access(
    _ flow: Flow, _ direction: TrafficDirection, at place: FilterPlace
  ) -> FilterAccess {
    if let packet = FilterPacket(flow) {
      // The number first: a call's own arguments must not change what it is called on.
      let number = site(at: place, direction)
      switch decide(packet, at: number) {
      case .allow: return .allow
      case .deny: return .deny
      case .noFilters: return .noFilters
      case .undecided: break
      }
    }
    return evaluator.verdict(flow, direction, at: place).access
  }

  /// What the compiled filters of a site do with a packet.
  ///
  /// - Parameter site: What `site(at:_:)` gave.
  public func decide(_ packet: FilterPacket, at site: Int) -> FilterDecision {
    withPointers { $0.decide(packet, at: site) }
  }

  /// Judges many packets, each at its own site. They are taken site by site, so that a site's rules are fetched from
  /// memory once.
  ///
  /// - Parameter sites: As many as packets.
  /// - Complexity: O(packets + sites).
  public func decide(_ packets: [FilterPacket], at sites: [Int32], into decisions: inout [FilterDecision]) {
    precondition(packets.count == sites.count, "a packet without a site")
    guard !packets.isEmpty else {
      decisions.removeAll(keepingCapacity: true)
      return
    }
    let (order, ends) = order(of: sites)
    decisions.removeAll(keepingCapacity: true)
    decisions.append(contentsOf: repeatElement(.undecided, count: packets.count))
    withPointers { pointers in
      packets.withUnsafeBufferPointer { packets in
        order.withUnsafeBufferPointer { order in
          decisions.withUnsafeMutableBufferPointer { decisions in
            var position = 0
            for (site, end) in ends.enumerated() {
              while position < end {
                if let first = packets.baseAddress, position + Self.ahead < order.count {
                  cnumbersearch_prefetch(first + Int(order[position + Self.ahead]))
                }
                let index = Int(order[position])
                decisions[index] = pointers.decide(packets[index], at: site)
                position += 1
              }
            }
          }
        }
      }
    }
  }

  /// How many packets before its turn a packet is fetched from memory.
  private static let ahead = 40

  /// The positions of packets by site, and where each site's packets end.
  private func order(of sites: [Int32]) -> (order: [Int32], ends: [Int32]) {
    var ends = [Int32](repeating: 0, count: self.sites.count)
    for site in sites { ends[Int(site)] += 1 }
    var total: Int32 = 0
    for site in ends.indices {
      let count = ends[site]
      // Where the site's packets start; each packet put there moves it, at last to the end.
      ends[site] = total
      total += count
    }
    let order = [Int32](unsafeUninitializedCapacity: sites.count) { order, count in
      for position in sites.indices {
        let site = Int(sites[position])
        order.initializeElement(at: Int(ends[site]), to: Int32(truncatingIfNeeded: position))
        ends[site] += 1
      }
      count = sites.count
    }
    return (order, ends)
  }

  private func withPointers<Answer>(_ body: (FilterPointers) -> Answer) -> Answer {
    sites.withUnsafeBufferPointer { sites in
      stages.withUnsafeBufferPointer { stages in
        compiled.withUnsafeBufferPointer { compiled in
          storage.cuts.withUnsafeBufferPointer { cuts in
            storage.masks.withUnsafeBufferPointer { masks in
              storage.words.withUnsafeBufferPointer { words in
                // An estate without filters has nothing that is read behind these.
                guard let sites = sites.baseAddress else { preconditionFailure("no site was asked for") }
                return body(
                  FilterPointers(
                    sites: sites, stages: stages.baseAddress, compiled: compiled.baseAddress,
                    cuts: cuts.baseAddress, masks: masks.baseAddress, words: words.baseAddress))
              }
            }
          }
        }
      }
    }
  }

  /// The number of a place's compiled filters in one direction.
  ///
  /// - Complexity: O(1) for a place that was asked for before; else O(rules) for those that are new.
  public mutating func site(at place: FilterPlace, _ direction: TrafficDirection) -> Int {
    let position = direction == .inbound ? 0 : 1
    if let known = siteNumbers[place]?[position], known >= 0 { return Int(known) }
    let number = Int32(sites.count)
    sites.append(makeSite(place, direction))
    siteNumbers[place, default: [-1, -1]][position] = number
    return Int(number)
  }

  private mutating func makeSite(_ place: FilterPlace, _ direction: TrafficDirection) -> CompiledSite {
    let around = FilterSite(place, direction, estate)
    let tags = evaluator.resolver(ofSubnet: around.subnet)
    var made = CompiledSite(stages: Int32(stages.count), isOutbound: direction == .outbound)
    for admin in evaluator.adminStages(at: around) {
      let rules = admin.rules(direction)
      stages.append(number(admin.configuration, direction, rules, around, tags, network: admin.network))
      made.adminCount += 1
    }
    for (group, _) in direction == .inbound ? around.attached : around.attached.reversed() {
      guard evaluator.isWhole(group) else {
        made.needsEvaluator = true
        continue
      }
      stages.append(number(group, direction, evaluator.rules(of: group, direction), around, tags, network: nil))
      made.groupCount += 1
    }
    if around.missing != nil { made.needsEvaluator = true }
    return made
  }

  private mutating func number(
    _ group: ResourceID, _ direction: TrafficDirection, _ rules: [OrderedRule], _ site: FilterSite,
    _ tags: TagResolver, network: ResourceID?
  ) -> Int32 {
    let named = site.memberships.isEmpty ? [] : site.memberships.intersection(Self.ownGroups(rules, direction))
    let key = Key(
      group: group, direction: direction, context: tags.context, isOpen: tags.virtualNetworkGap != nil,
      memberships: named, network: network)
    if let known = numbers[key] { return known }
    let inputs = rules.compactMap { input($0, direction, named, tags) }
    let number = Int32(compiled.count)
    compiled.append(RuleCompiler(inputs).compile(into: &storage))
    numbers[key] = number
    return number
  }

  /// The application security groups on the place's own side of rules.
  private static func ownGroups(_ rules: [OrderedRule], _ direction: TrafficDirection) -> Set<ResourceID> {
    rules.reduce(into: []) { found, ordered in
      let side = direction == .inbound ? ordered.rule.destination : ordered.rule.source
      if case .applicationSecurityGroups(let named) = side { found.formUnion(named) }
    }
  }

  /// nil for a rule that is passed over (D-071).
  private mutating func input(
    _ ordered: OrderedRule, _ direction: TrafficDirection, _ memberships: Set<ResourceID>, _ tags: TagResolver
  ) -> RuleCompiler.Input? {
    let rule = ordered.rule
    let ownSide = direction == .inbound ? rule.destination : rule.source
    if case .applicationSecurityGroups(let named) = ownSide, !named.contains(where: memberships.contains) { return nil }
    var isDoubtful = ordered.doubt != nil
    let source = addresses(rule.source, tags, &isDoubtful)
    let destination = addresses(rule.destination, tags, &isDoubtful)
    let word: CompiledRules.Word =
      switch rule.access {
      case _ where isDoubtful: .doubtful
      case .allow: .allow
      case .deny: .deny
      case .alwaysAllow: .alwaysAllow
      }
    return RuleCompiler.Input(rule: rule, word: word, source: source, destination: destination)
  }

  /// What a side covers, or all that it may cover where the snapshot leaves it open; nil for any address.
  private mutating func addresses(
    _ scope: SecurityRuleScope, _ tags: TagResolver, _ isDoubtful: inout Bool
  ) -> IPAddressSet? {
    switch scope {
    case .any: return nil
    case .prefixes(let set): return set
    case .applicationSecurityGroups(let named):
      let members = evaluator.members().addresses(in: named)
      return IPAddressSet(prefixes: members.map { IPPrefix(host: $0) })
    case .serviceTags(let names, var set):
      for name in names {
        let (addresses, gap) = tags.content(name)
        if gap != nil {
          isDoubtful = true
          return nil
        }
        set = set.isEmpty ? addresses : set.union(addresses)
      }
      return set
    case .unknown:
      isDoubtful = true
      return nil
    }
  }
}
