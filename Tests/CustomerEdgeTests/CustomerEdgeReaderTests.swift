import CustomerEdge
import IPAddressing
import TestSupport
import Testing

@Suite("What routers print")
struct CustomerEdgeReaderTests {
  static func edge(_ text: String) throws -> CustomerEdge { try CustomerEdgeReader.read(Array(text.utf8)) }

  static let primary = try! IPAddress("172.16.0.2")
  static let secondary = try! IPAddress("172.16.1.2")

  @Test("FRR's configuration gives interfaces, VLANs by their names, and neighbours with what their group has")
  func frrConfiguration() throws {
    let edge = try Self.edge(EdgeSamples.frrConfiguration)
    #expect(edge.routers == ["ce"])
    #expect(edge.hasConfiguration)
    #expect(edge.interfaces.map(\.name) == ["pri.200", "sec.200"])
    #expect(edge.interfaces.map(\.likelyVLAN) == [200, 200])
    #expect(edge.interfaces[0].addresses.map(\.description) == ["172.16.0.1/30"])
    #expect(edge.originated.map(\.description) == ["192.168.10.0/24", "192.168.20.0/24"])
    let peer = try #require(edge.peer(at: Self.primary))
    #expect(peer.remoteASN == 12076)
    #expect(peer.localASN == 65001)
    #expect(peer.isShutDown == false)
    let other = try #require(edge.peer(at: Self.secondary))
    #expect(other.isShutDown == true)
    #expect(other.key == .absent)
    #expect(peer.key != other.key)
  }

  @Test("FRR's JSON gives the sessions and what came over them")
  func frrJSON() throws {
    let edge = CustomerEdge(joining: [try Self.edge(EdgeSamples.frrSummary), try Self.edge(EdgeSamples.frrTable)])
    let peer = try #require(edge.peer(at: Self.primary))
    #expect(peer.isEstablished == true)
    #expect(peer.prefixesSent == 3)
    #expect(peer.received?.map(\.network.description) == ["10.100.0.0/16"])
    #expect(peer.received?.first?.path == [12076])
    #expect(peer.announced == nil)
    #expect(peer.key == nil, "no configuration was read")
    let other = try #require(edge.peer(at: Self.secondary))
    #expect(other.isEstablished == false)
    #expect(other.isShutDown == true)
    #expect(other.received == nil)
  }

  @Test("Routes below a neighbour's address are those to and from it")
  func frrAdvertised() throws {
    let edge = try Self.edge(
      """
      {"172.16.0.2": {"localAS": 65001, "advertisedRoutes": {"192.168.10.0/24": {"path": "65001 65001", "bgpOriginCode": "i"}}}}
      """)
    #expect(edge.peer(at: Self.primary)?.announced?.map(\.path) == [[65001, 65001]])
  }

  @Test("vtysh's warning and the prompt before JSON don't matter")
  func preamble() throws {
    let edge = try Self.edge("% Can't open configuration file\nce# show bgp summary json\n" + EdgeSamples.frrSummary)
    #expect(edge.hasSessions)
  }

  @Test("The kernel's neighbour table is read as JSON and as text")
  func kernel() throws {
    for text in [
      """
      [{"dst":"172.16.0.2","dev":"pri.200","lladdr":"b2:b3:10:da:d1:f6","state":["REACHABLE"]},
       {"dst":"172.16.1.2","dev":"sec.200","state":["FAILED"]}]
      """,
      "172.16.0.2 dev pri.200 lladdr b2:b3:10:da:d1:f6 REACHABLE\n172.16.1.2 dev sec.200  FAILED\n",
      "? (172.16.0.2) at b2:b3:10:da:d1:f6 [ether] on pri.200\n? (172.16.1.2) at <incomplete> on sec.200\n",
    ] {
      let edge = try Self.edge(text)
      #expect(edge.hasNeighbours)
      #expect(edge.neighbour(at: Self.primary)?.hardwareAddress?.description == "b2b3.10da.d1f6")
      #expect(edge.neighbour(at: Self.primary)?.interface == "pri.200")
      #expect(edge.neighbour(at: Self.secondary)?.hardwareAddress == nil)
    }
  }

  @Test("`ip -j -d addr` knows the VLAN")
  func kernelInterfaces() throws {
    let edge = try Self.edge(
      """
      [{"ifname":"azure","link":"eth0","flags":["BROADCAST","UP"],"operstate":"UP",
        "linkinfo":{"info_kind":"vlan","info_data":{"protocol":"802.1Q","id":300}},
        "addr_info":[{"family":"inet","local":"172.16.0.1","prefixlen":30}]}]
      """)
    let found = edge.interfaces(on: try IPPrefix("172.16.0.0/30"))
    #expect(found.map(\.likelyVLAN) == [300])
    #expect(found.first?.isUp == true)
  }

  @Test("A Cisco router's configuration and tables are read out of one text")
  func ios() throws {
    let edge = try Self.edge(EdgeSamples.ios)
    #expect(edge.routers == ["CE1"])
    let first = try #require(edge.interfaces(on: try IPPrefix("172.16.0.0/30")).first)
    #expect(first.vlan == 200)
    #expect(first.outerVLAN == 10)
    let second = try #require(edge.interfaces(on: try IPPrefix("172.16.0.4/30")).first)
    #expect(second.vlan == 201)
    #expect(second.isShutDown == true)
    #expect(second.addresses.map(\.description) == ["172.16.0.6/30"])
    let peer = try #require(edge.peer(at: Self.primary))
    #expect(peer.key == .scrambled)
    #expect(peer.isEstablished == true)
    #expect(peer.prefixesReceived == 3)
    #expect(peer.announced?.map(\.network.description) == ["192.168.10.0/24", "10.1.0.0/16", "10.100.0.0/16"])
    #expect(peer.announced?.last?.path == [65001, 12076])
    #expect(peer.received?.map(\.network.description) == ["10.100.0.0/16", "203.0.113.128/27"])
    #expect(peer.received?.last?.path == [12076, 64600])
    let other = try #require(edge.peer(at: try IPAddress("172.16.0.5")))
    #expect(other.remoteASN == 12075)
    #expect(other.localASN == 65546, "asdot 1.10")
    #expect(other.isShutDown == true)
    #expect(other.received?.map(\.path) == [[12076, 12076]])
    #expect(edge.originated.map(\.description) == ["192.168.10.0/24", "10.1.0.0/16"])
    #expect(edge.neighbour(at: Self.primary)?.hardwareAddress?.description == "6412.25a7.b8b0")
    #expect(edge.neighbour(at: try IPAddress("172.16.0.5"))?.hardwareAddress == nil)
  }

  @Test(
    "Junos' two forms of one configuration give the same", arguments: [EdgeSamples.junosSet, EdgeSamples.junosBraces])
  func junos(_ text: String) throws {
    let edge = try Self.edge(text)
    #expect(edge.routers == ["ce1"])
    #expect(edge.interfaces(on: try IPPrefix("172.16.0.0/30")).map(\.vlan) == [200])
    #expect(edge.interfaces(on: try IPPrefix("172.16.0.4/30")).map(\.outerVLAN) == [10])
    let peer = try #require(edge.peer(at: Self.primary))
    #expect(peer.remoteASN == 12076)
    #expect(peer.localASN == 65001)
    #expect(peer.key == .scrambled)
    #expect(edge.peer(at: try IPAddress("172.16.0.6"))?.localASN == 65002)
    #expect(edge.peer(at: try IPAddress("172.16.0.10")) == nil, "it is deactivated")
  }

  @Test("Junos' tables are read behind its configuration")
  func junosTables() throws {
    let edge = try Self.edge(EdgeSamples.junosBraces)
    let peer = try #require(edge.peer(at: Self.primary))
    #expect(peer.isEstablished == true)
    #expect(peer.prefixesReceived == 3)
    #expect(peer.announced?.map(\.network.description) == ["192.168.10.0/24"])
    #expect(edge.peer(at: try IPAddress("172.16.0.6"))?.state == "Connect")
    #expect(edge.neighbour(at: Self.primary)?.interface == "ge-0/0/0.200")
  }

  @Test("Windows' line ends, UTF-16 and a mark at the beginning don't matter")
  func encodings() throws {
    let text = EdgeSamples.ios.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let expected = try Self.edge(EdgeSamples.ios)
    #expect(try Self.edge(text) == expected)
    #expect(try Self.edge("\u{feff}" + text) == expected)
    var units: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { units += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    #expect(try CustomerEdgeReader.read(units) == expected)
  }

  @Test(
    "A text of something else is refused, and says what would do",
    arguments: [
      ("", CustomerEdgeError.empty), ("  \n ", .empty),
      ("hello world\nhow are you", .unknownText(firstLine: "hello world")),
      ("{\"value\": []}", .unknownJSON(keys: ["value"])), ("[1, 2]", .unknownJSON(keys: [])),
    ])
  func refused(_ text: String, _ expected: CustomerEdgeError) {
    #expect(throws: expected) { try Self.edge(text) }
    #expect(expected.remedy.contains("vtysh"))
  }

  @Test("JSON that is cut off is an error with its byte")
  func cutOff() {
    let text = String(EdgeSamples.frrSummary.dropLast(40))
    #expect {
      try Self.edge(text)
    } throws: { error in
      "\(error)".contains("cut off") && "\(error)".contains("byte")
    }
  }

  @Test("No key is kept")
  func keys() throws {
    #expect(!"\(try Self.edge(EdgeSamples.frrConfiguration))".contains("Contoso"))
  }

  @Test("Mangled texts never crash the reader, and what is read again is the same")
  func fuzz() {
    let seed = UInt64.random(in: 0..<1_000_000)
    var random = SplitMix64(seed: seed)
    let samples = [
      EdgeSamples.frrConfiguration, EdgeSamples.frrSummary, EdgeSamples.frrTable, EdgeSamples.ios, EdgeSamples.junosSet,
      EdgeSamples.junosBraces,
    ].map { Array($0.utf8) }
    for _ in 0..<1500 {
      var bytes = samples.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where !bytes.isEmpty: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...40, using: &random)))
        case 2:
          let other = samples.randomElement(using: &random) ?? []
          let from = Int.random(in: 0..<other.count, using: &random)
          bytes.insert(contentsOf: other[from..<min(other.count, from + 60)], at: min(place, bytes.count))
        case 3: bytes = Array(bytes.prefix(place))
        default: bytes.insert(contentsOf: Array(" {999999999999999999999/}\n".utf8), at: min(place, bytes.count))
        }
      }
      let first = try? CustomerEdgeReader.read(bytes)
      #expect(first == (try? CustomerEdgeReader.read(bytes)), "seed \(seed)")
    }
  }

  @Test("A text with many neighbours and lines takes no more than time in proportion")
  func large() throws {
    var text = "router bgp 65001\n"
    for number in 0..<20000 { text += " neighbor 10.\(number >> 8).\(number & 255).1 remote-as 12076\n" }
    text += String(repeating: "{", count: 100_000) + "\n" + String(repeating: "a", count: 1_000_000)
    let start = ContinuousClock.now
    let edge = try Self.edge(text)
    #expect(edge.peers.count == 20000)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
