import ExpressRouteFacts
import PacketCounts
import Testing

@Suite("The interpretation of a packet-count test")
struct PacketCountInterpretationTests {
  private static func interpret(
    _ primary: (UInt64?, UInt64?), _ secondary: (UInt64?, UInt64?), _ direction: ProbeDirection? = .fromOnPremises,
    pinnedTo router: EdgeRouter? = nil
  ) -> PacketCountInterpretation {
    let test = PacketCountTest(
      primary: RouterCounts(received: primary.0, sent: primary.1),
      secondary: RouterCounts(received: secondary.0, sent: secondary.1), direction: direction)
    return PacketCountInterpretation(test, pinnedTo: router)
  }

  @Test("The guide's sentences come out", arguments: ProbeDirection.allCases)
  func guide(_ direction: ProbeDirection) {
    #expect(Self.interpret((120, 120), (90, 90), direction).verdict == "healthy")
    #expect(Self.interpret((120, 120), (0, 0), direction).verdict == "one-msee-silent")
    #expect(Self.interpret((120, 0), (90, 0), .fromOnPremises).verdict == "return-path-azure")
    #expect(Self.interpret((0, 120), (0, 90), .fromAzure).verdict == "return-path-onprem")
  }

  @Test("Without the other MSEE's numbers no verdict is made up")
  func incomplete() {
    let interpretation = Self.interpret((120, 120), (nil, nil))
    #expect(interpretation.verdict == "indeterminate" && interpretation.severity == nil)
    #expect(interpretation.missing == ["received packets of the secondary MSEE", "sent packets of the secondary MSEE"])
    #expect(Set(interpretation.readings.map(\.verdict)) == ["healthy", "partial-asymmetry", "one-msee-silent"])
  }

  @Test("A missing number that can't change the word doesn't hold it up")
  func enough() {
    // Requests come in, nothing goes out on either; whether the secondary saw requests doesn't matter.
    #expect(Self.interpret((120, 0), (nil, 0)).verdict == "return-path-azure")
  }

  @Test("Where the direction decides and nobody says it, both readings are given")
  func bothDirections() {
    let open = Self.interpret((120, 0), (90, 0), nil)
    #expect(open.verdict == "return-path-azure")
    #expect(open.byDirection[.fromOnPremises]?.verdict == "return-path-azure")
    #expect(open.byDirection[.fromAzure]?.verdict == "forward-path-not-this-circuit")
    #expect(Self.interpret((120, 120), (90, 90), nil).byDirection.isEmpty)
  }

  @Test("Uneven counts are unbalanced, not broken; few packets say little about a silent MSEE")
  func heuristics() {
    let uneven = Self.interpret((100, 49), (100, 50))
    #expect(uneven.verdict == "healthy")
    #expect(uneven.remarks == ["unbalanced, not broken: the primary MSEE received 100 and sent 49"])
    #expect(Self.interpret((9, 9), (0, 0)).remarks.count == 1)
    #expect(Self.interpret((10, 10), (0, 0)).remarks.isEmpty)
  }

  @Test("The silent MSEE is the one to test with a /32 of its own")
  func suspect() {
    #expect(Self.interpret((120, 120), (0, 0)).suspect == .secondary)
    #expect(Self.interpret((0, 0), (120, 120)).suspect == .primary)
    #expect(Self.interpret((0, 0), (0, 0)).suspect == nil)
    #expect(Self.interpret((120, 120), (nil, 0)).suspect == nil)
  }

  @Test(
    "A test with a /32 advertised over one session alone is read for that path",
    arguments: [
      ((0, 0), (50, 50), "path-healthy"), ((0, 0), (0, 0), "path-unhealthy"), ((50, 0), (0, 50), "path-one-way"),
      ((50, 0), (50, 0), "path-unhealthy"), ((50, 50), (0, 0), "not-pinned"), ((0, 0), (nil, 0), "indeterminate"),
    ] as [((UInt64?, UInt64?), (UInt64?, UInt64?), String)])
  func pinned(_ primary: (UInt64?, UInt64?), _ secondary: (UInt64?, UInt64?), _ verdict: String) {
    let interpretation = Self.interpret(primary, secondary, pinnedTo: .secondary)
    #expect(interpretation.verdict == verdict)
    #expect(interpretation.pinned?.nextActions.isEmpty == false)
  }
}
