public import ExpressRouteFacts

/// What a packet-count test says.
public struct PacketCountInterpretation: Sendable, Hashable {
  public let test: PacketCountTest
  /// The readings that the numbers allow: one where all four are known.
  public let readings: [PacketCountReading]
  /// The reading if the probe ran from on-premises, and if it ran from Azure, where nobody says which and they differ.
  public let byDirection: [ProbeDirection: PacketCountReading]
  /// What the numbers are too few or too uneven for; sentences without a full stop.
  public let remarks: [String]
  /// The path to test with a route of its own: the silent one of two.
  public let suspect: EdgeRouter?
  /// What came of such a test, where this is one.
  public let pinned: PinnedPathReading?

  /// Interprets a test.
  ///
  /// - Parameter pinnedTo: The path over which alone a unique /32 was advertised, with which the test was run.
  public init(_ test: PacketCountTest, pinnedTo router: EdgeRouter? = nil) {
    self.test = test
    var readings: [PacketCountReading] = []
    for primary in test.primary.possibilities {
      for secondary in test.secondary.possibilities {
        let reading = PacketCountReading.of(test.direction, primary: primary, secondary: secondary)
        if !readings.contains(reading) { readings.append(reading) }
      }
    }
    self.readings = readings
    pinned = router.map { PinnedPathReading(test, $0) }
    suspect = Self.silent(test)
    byDirection = Self.byDirection(test)
    remarks = Self.remarks(test)
  }

  /// The one reading; nil where the numbers allow several with different words.
  public var reading: PacketCountReading? { Set(readings.map(\.verdict)).count == 1 ? readings.first : nil }

  /// The word for programs; `indeterminate` where the numbers allow several readings.
  public var verdict: String { pinned?.verdict ?? reading?.verdict ?? "indeterminate" }

  /// How much it matters; nil where the numbers allow several readings.
  public var severity: ReadingSeverity? { pinned?.severity ?? reading?.severity }

  /// The numbers that nobody gave.
  public var missing: [String] {
    EdgeRouter.allCases.flatMap { router in
      let counts = test.counts(of: router)
      return [("received", counts.received), ("sent", counts.sent)].filter { $0.1 == nil }
        .map { "\($0.0) packets of the \(router.rawValue) MSEE" }
    }
  }

  private static func silent(_ test: PacketCountTest) -> EdgeRouter? {
    EdgeRouter.allCases.first { router in
      let counts = test.counts(of: router)
      let others = test.counts(of: router.other)
      return counts.received == 0 && counts.sent == 0 && (others.received ?? 0) + (others.sent ?? 0) > 0
    }
  }

  private static func byDirection(_ test: PacketCountTest) -> [ProbeDirection: PacketCountReading] {
    guard test.direction == nil, test.primary.isComplete, test.secondary.isComplete else { return [:] }
    let readings = ProbeDirection.allCases.map { direction in
      (
        direction,
        PacketCountReading.of(
          direction, primary: test.primary.possibilities[0], secondary: test.secondary.possibilities[0])
      )
    }
    return Set(readings.map(\.1.verdict)).count == 1 ? [:] : Dictionary(uniqueKeysWithValues: readings)
  }

  /// - Source: ExpressRoute semantics A.10 (inference): the heuristics on counts.
  private static func remarks(_ test: PacketCountTest) -> [String] {
    var remarks = test.remarks
    for router in EdgeRouter.allCases where test.counts(of: router).isUnbalanced {
      let counts = test.counts(of: router)
      remarks.append(
        "unbalanced, not broken: the \(router.rawValue) MSEE received \(counts.received ?? 0) and sent \(counts.sent ?? 0)"
      )
    }
    if let silent = silent(test) {
      let others = test.counts(of: silent.other)
      if max(others.received ?? 0, others.sent ?? 0) < 10 {
        remarks.append(
          "fewer than ten packets were counted: one silent MSEE says little, as each connection takes either path")
      }
    }
    return remarks
  }
}
