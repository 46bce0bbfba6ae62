import AzureResources
import Estate
import IPAddressing
import JSONDocument
import SnapshotReading
import Testing

@testable import HybridConnectivity

/// - Source: ExpressRoute semantics F.4.
@Suite("Words of tables")
struct TableReadingTests {
  @Test(
    "The first usable address of a link is the customer's, the second Microsoft's",
    arguments: [
      ("172.16.0.0/30", "172.16.0.1", "172.16.0.2"), ("169.254.194.44/30", "169.254.194.45", "169.254.194.46"),
      ("fd00:0:0:1::/126", "fd00:0:0:1::1", "fd00:0:0:1::2"),
    ])
  func linkAddresses(text: String, customer: String, microsoft: String) {
    let prefix = PeerAddressPrefix(text)
    #expect(prefix.hasRightLength)
    #expect(prefix.customerAddress?.description == customer)
    #expect(prefix.microsoftAddress?.description == microsoft)
  }

  @Test("A network of another size gives nobody an address")
  func wrongSize() {
    #expect(PeerAddressPrefix("172.16.0.0/29").customerAddress == nil)
    #expect(PeerAddressPrefix("masked").prefix == nil)
    #expect(!PeerAddressPrefix("172.16.0.1/30").isAligned)
  }

  @Test(
    "An AS path is read in both dialects",
    arguments: [
      ("65515 I\n                    ", [65515], "I", 1), ("64512 12076 I", [64512, 12076], "I", 2),
      ("12076-64512", [12076, 64512], nil, 2), ("", [], nil, 0), ("1.10 ?", [65546], "?", 1),
      ("65001 {64512,64513} i", [65001, 64512, 64513], "i", 2),
    ] as [(String, [UInt32], Character?, Int)])
  func paths(text: String, numbers: [UInt32], origin: Character?, length: Int) {
    let path = ASPath(text)
    #expect(path.numbers == numbers)
    #expect(path.origin == origin)
    #expect(path.length == length)
    #expect(path.unreadable.isEmpty)
  }

  @Test("A masked AS number counts for the length and is nobody's")
  func maskedPath() {
    let path = ASPath("123##")
    #expect(path.length == 1)
    #expect(path.first == nil)
    #expect(path.unreadable == ["123##"])
  }

  @Test(
    "A session's state is a number of prefixes or a word",
    arguments: [
      ("3", .established(prefixes: 3)), ("Active", .active), (" Idle (PfxCt)", .idlePrefixLimit),
      ("Idle (Admin)", .idleAdministratively), ("Idle", .idle), ("OpenSent", .openSent), ("Weird", .other("Weird")),
    ] as [(String, BGPSessionState)])
  func states(text: String, expected: BGPSessionState) {
    #expect(BGPSessionState(text) == expected)
  }

  @Test(
    "Durations are read in both dialects",
    arguments: [
      ("58:09", 3489), ("25:24", 1524), ("01:02:03", 3723), ("8w4d", 60 * 86_400), ("1d02h", 93_600), ("never", nil),
      ("9.01:04:53.5768637", 9 * 86_400 + 3893), ("00:19:22.1105221", 1162), ("", nil),
    ] as [(String, Int64?)])
  func durations(text: String, seconds: Int64?) {
    #expect(RouterDuration.seconds(text) == seconds)
  }

  @Test("A MAC address is one, whichever way it is written")
  func macAddresses() {
    #expect(MACAddress("02cf.2b02.c22b") == MACAddress("02:CF:2B:02:C2:2B"))
    #expect(MACAddress("02-cf-2b-02-c2-2b")?.description == "02cf.2b02.c22b")
    #expect(MACAddress("Incomplete") == nil)
    #expect(MACAddress("0000.0000.00") == nil)
  }

  @Test("Counters are read whatever the case of their keys", arguments: ["primaryBytesIn", "primarybytesIn"])
  func counters(key: String) {
    #expect(PeeringStatistics(.object(JSONObject([(key, 1)])))?.primaryBytesIn == 1)
    #expect(PeeringStatistics(["value": []]) == nil)
  }
}
