import ExpressRouteFacts
import IPAddressing
import PacketCounts
import Testing

@Suite("The text of a packet-count test")
struct PacketCountTextTests {
  /// As "Verify ExpressRoute connectivity" prints it.
  static let sample = """
    src 10.0.0.0 dst 20.0.0.0 dstport 3389 (received): 120 matches
    src 20.0.0.0 srcport 3389 dst 10.0.0.0 (sent): 120 matches
    """

  private static func test(_ text: String, _ direction: ProbeDirection? = nil) throws -> PacketCountTest {
    try PacketCountTest(try PacketCountText(text), direction: direction)
  }

  @Test("The guide's sample is read: 120 of each, from on-premises to port 3389 in Azure")
  func guide() throws {
    let test = try Self.test(Self.sample)
    #expect(test.primary == RouterCounts(received: 120, sent: 120))
    #expect(test.secondary == RouterCounts())
    #expect(test.onPremises?.description == "10.0.0.0" && test.azure?.description == "20.0.0.0" && test.port == 3389)
    #expect(test.direction == .fromOnPremises && test.isDirectionInferred)
    #expect(test.remarks == ["no line names the MSEE; the counts are taken for the primary one's"])
  }

  @Test(
    "Headings name the MSEE, in whatever words",
    arguments: [
      ("Primary", "Secondary"), ("Primary MSEE:", "Secondary MSEE:"), ("Results for PRIMARY device", "** secondary **"),
    ])
  func headings(_ primary: String, _ secondary: String) throws {
    let test = try Self.test("\(secondary)\n\(Self.sample)\n\n\(primary)\n\(Self.sample.replacing("120", with: "7"))")
    #expect(test.primary == RouterCounts(received: 7, sent: 7))
    #expect(test.secondary == RouterCounts(received: 120, sent: 120))
    #expect(test.remarks.isEmpty)
  }

  @Test("Wrapped lines, other spacing and a probe from Azure are read alike")
  func wrapped() throws {
    let test = try Self.test(
      """
      PRIMARY
        src 20.0.0.4   dst 10.0.0.4
          dstport 22 (sent):
        1,042 matches
      src 10.0.0.4 srcport 22 dst 20.0.0.4 (received): 1 match
      """)
    #expect(test.primary == RouterCounts(received: 1, sent: 1042))
    #expect(test.direction == .fromAzure)
  }

  @Test("Counts without headings are taken in the portal's order, and that is said")
  func order() throws {
    let test = try Self.test(Self.sample + "\n" + Self.sample.replacing("120", with: "0"))
    #expect(test.secondary == RouterCounts(received: 0, sent: 0))
    #expect(test.remarks.count == 1)
  }

  @Test("Lines that are neither count nor heading are declared")
  func ignored() throws {
    let test = try Self.test("Test results\n\n" + Self.sample)
    #expect(test.remarks.contains("no count and no heading, left out: line 1"))
  }

  @Test("A direction that the ports speak against is declared")
  func contradiction() throws {
    let test = try Self.test(Self.sample, .fromAzure)
    #expect(test.direction == .fromAzure && !test.isDirectionInferred)
    #expect(test.remarks.contains { $0.contains("check which side ran it") })
  }

  @Test(
    "Broken texts are refused with their line",
    arguments: [
      ("", "the text holds no counts"),
      ("nothing here", "the text holds no counts"),
      (
        "src 10.0.0.0 dst 20.0.0.0 dstport 3389 (received): 120",
        "line 1: the text ends in the middle of a count: the word 'matches' is missing"
      ),
      (
        "src 10.0.0.0 dst 20.0.0.0 dstport 3389 (rec",
        "line 1: expected '(received):' or '(sent):', found '(rec'"
      ),
      ("\nsrc 10.0.0.300 dst 20.0.0.0 (sent): 1 matches", "line 2: '10.0.0.300' after 'src' is no IP address"),
      ("src 10.0.0.0 dst 20.0.0.0 dstport 70000 (sent): 1 matches", "line 1: '70000' after 'dstport' is no port"),
      ("src 10.0.0.0 dst 20.0.0.0 (sent): many matches", "line 1: 'many' is no number of matches"),
      (
        "src 10.0.0.0 dst 20.0.0.0 dstport 3389 (received): 120 matches\nsrc 20.0.0.9 srcport 3389 dst 10.0.0.0 (sent): 120 matches",
        "line 2: this count is of another probe than that of line 1: 10.0.0.0 on-premises and 20.0.0.9 in Azure, not 10.0.0.0 and 20.0.0.0"
      ),
      (
        "primary\n\(sample)\nprimary\n\(sample)", "line 5: a second count of received packets of the primary MSEE"
      ),
      ("\(sample)\n\(sample)\n\(sample)", "line 5: a third count of received packets; there are two MSEEs"),
    ])
  func faults(_ text: String, _ reason: String) {
    let error = #expect(throws: PacketCountError.self) { try Self.test(text) }
    #expect(error?.description == reason)
    #expect(error?.remedy.isEmpty == false)
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
