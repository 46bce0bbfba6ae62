public import ExpressRouteFacts
public import IPAddressing

/// A private-peering packet-count test: what both MSEEs counted, and what is known of the probe.
public struct PacketCountTest: Sendable, Hashable {
  public var primary = RouterCounts()
  public var secondary = RouterCounts()
  /// Which side ran the probe; nil where nobody says.
  public var direction: ProbeDirection?
  /// Whether the direction was inferred from the side that the port is on.
  public internal(set) var isDirectionInferred = false
  /// The ends of the probe, where the text names them.
  public internal(set) var onPremises: IPAddress?
  public internal(set) var azure: IPAddress?
  public internal(set) var port: UInt16?
  /// What the reading takes for granted, and what of the text was left out; sentences without a full stop.
  public internal(set) var remarks: [String] = []

  /// A test of numbers.
  public init(primary: RouterCounts, secondary: RouterCounts, direction: ProbeDirection? = nil) {
    self.primary = primary
    self.secondary = secondary
    self.direction = direction
  }

  /// A test as the portal prints it.
  ///
  /// - Throws: `PacketCountError` where lines belong to different probes, or say the same thing twice.
  public init(_ text: PacketCountText, direction: ProbeDirection? = nil) throws(PacketCountError) {
    self.direction = direction
    var blocks = text.blocks.filter { !$0.counts.isEmpty }
    if blocks.count == 1, blocks[0].router == nil { blocks = try split(blocks[0].counts) }
    let counts = blocks.flatMap(\.counts)
    try takeEnds(of: counts)
    for block in blocks {
      guard let router = block.router else {
        throw PacketCountError(
          "nothing says which MSEE this count is of", line: block.counts[0].line,
          remedy: "Put a line with the word Primary or Secondary above each MSEE's counts.")
      }
      for count in block.counts { try take(count, of: router) }
    }
    if !text.ignored.isEmpty {
      remarks.append("no count and no heading, left out: line \(text.ignored.map { "\($0)" }.joined(separator: ", "))")
    }
    inferDirection(counts)
  }

  /// The numbers of one MSEE.
  public func counts(of router: EdgeRouter) -> RouterCounts { router == .primary ? primary : secondary }

  /// The ends that all counts have in common.
  private mutating func takeEnds(of counts: [PacketCount]) throws(PacketCountError) {
    guard let first = counts.first else { return }
    onPremises = first.onPremises
    azure = first.azure
    port = counts.lazy.compactMap(\.port).first
    for count in counts
    where count.onPremises != first.onPremises || count.azure != first.azure || (count.port ?? port) != port {
      throw PacketCountError(
        "this count is of another probe than that of line \(first.line): \(count.onPremises) on-premises and"
          + " \(count.azure) in Azure, not \(first.onPremises) and \(first.azure)"
          + ((count.port ?? port) == port ? "" : ", or another port"), line: count.line,
        remedy: "Give the result of one test at a time.")
    }
  }

  private mutating func take(_ count: PacketCount, of router: EdgeRouter) throws(PacketCountError) {
    var counts = counts(of: router)
    let earlier = count.direction == .received ? counts.received : counts.sent
    guard earlier == nil else {
      throw PacketCountError(
        "a second count of \(count.direction.rawValue) packets of the \(router.rawValue) MSEE", line: count.line,
        remedy: "Give the result of one test at a time, with a line Primary or Secondary above each MSEE's counts.")
    }
    if count.direction == .received { counts.received = count.matches } else { counts.sent = count.matches }
    if router == .primary { primary = counts } else { secondary = counts }
  }

  /// Counts without headings: the first of each direction are the primary MSEE's, as the portal prints it first.
  private mutating func split(_ counts: [PacketCount]) throws(PacketCountError) -> [PacketCountText.Block] {
    var lists: [[PacketCount]] = [[], []]
    for count in counts {
      guard let place = lists.firstIndex(where: { list in !list.contains { $0.direction == count.direction } }) else {
        throw PacketCountError(
          "a third count of \(count.direction.rawValue) packets; there are two MSEEs", line: count.line,
          remedy: "Give the result of one test at a time.")
      }
      lists[place].append(count)
    }
    remarks.append(
      lists[1].isEmpty
        ? "no line names the MSEE; the counts are taken for the primary one's"
        : "no line names the MSEEs; the first counts are taken for the primary one's, as the portal prints it first")
    return zip(EdgeRouter.allCases, lists).map { PacketCountText.Block(router: $0, counts: $1) }
      .filter { !$0.counts.isEmpty }
  }

  /// The listening end has the port of the question: packets from on-premises to it are requests.
  private mutating func inferDirection(_ counts: [PacketCount]) {
    let sides = Set(
      counts.compactMap { count -> ProbeDirection? in
        guard (count.destinationPort == nil) != (count.sourcePort == nil) else { return nil }
        return (count.direction == .received) == (count.destinationPort != nil) ? .fromOnPremises : .fromAzure
      })
    guard sides.count == 1, let side = sides.first else { return }
    guard let direction else {
      direction = side
      isDirectionInferred = true
      return
    }
    if direction != side {
      remarks.append(
        "the port is on the other side than that of a probe \(direction == .fromOnPremises ? "from on-premises" : "from Azure"):"
          + " check which side ran it")
    }
  }
}
