import ExpressRouteFacts
import JSONDocument
import Testing

@Suite(
  "Shipped readings agree with the reference's tables",
  .enabled(if: ReferenceTables.isAvailable, ReferenceTables.absence))
struct ReferenceAgreementTests {
  private static func texts(_ value: JSONValue?) -> [String] { value?.elements?.compactMap(\.text) ?? [] }

  private static func points(_ value: JSONValue?) -> [Int] {
    value?.elements?.compactMap { if case .integer(let number) = $0 { Int(number) } else { nil } } ?? []
  }

  private static func passed(_ value: JSONValue?) -> PassedPackets {
    PassedPackets(received: value?["received"] == .bool(true), sent: value?["sent"] == .bool(true))
  }

  @Test("Every row of the packet-count test reads as the reference says")
  func packetCounts() throws {
    let rows = try #require(ReferenceTables.table("aclTest")["rows"]?.elements)
    #expect(rows.count == 32)
    for row in rows {
      let when = try #require(row["when"])
      let direction = try #require(ProbeDirection(rawValue: when["direction"]?.text ?? ""))
      let reading = PacketCountReading.of(
        direction, primary: Self.passed(when["primary"]), secondary: Self.passed(when["secondary"]))
      let id = row["id"]?.text ?? ""
      #expect(reading.verdict == row["verdict"]?.text, "\(id)")
      #expect(reading.severity.rawValue == row["severity"]?.text, "\(id)")
      #expect(reading.meaning == row["meaning"]?.text, "\(id)")
      #expect(reading.nextActions == Self.texts(row["nextActions"]), "\(id)")
      #expect(reading.points.map(\.rawValue) == Self.points(row["networkPoints"]), "\(id)")
      #expect(reading.owner == row["owner"]?.text, "\(id)")
      #expect(reading.isDocumented == (row["basis"]?.text != "derived"), "\(id)")
    }
  }

  @Test("Where nobody names the direction the guide's general sentences are used")
  func directionUnknown() throws {
    let rows = try #require(ReferenceTables.table("aclTest")["directionUnknown"]?["rows"]?.elements)
    func of(_ primary: String, _ secondary: String) throws -> PacketCountReading {
      PacketCountReading.of(
        nil, primary: try #require(PassedPackets.all.first { $0.code == primary }),
        secondary: try #require(PassedPackets.all.first { $0.code == secondary }))
    }
    let examples = [
      "healthy": [("RS", "RS")], "return-path-azure": [("R-", "R-"), ("R-", "--"), ("--", "R-")],
      "return-path-onprem": [("-S", "-S"), ("-S", "--"), ("--", "-S")],
      "one-msee-silent": [("RS", "--"), ("--", "RS")], "no-traffic-at-edge": [("--", "--")],
    ]
    #expect(Set(rows.compactMap { $0["verdict"]?.text }) == Set(examples.keys))
    for row in rows {
      for (primary, secondary) in examples[row["verdict"]?.text ?? ""] ?? [] {
        let reading = try of(primary, secondary)
        #expect(reading.verdict == row["verdict"]?.text)
        #expect(reading.meaning == row["seed"]?.text)
      }
    }
  }

  @Test(
    "Every row of a table is shipped with its words",
    arguments: [Reading.Table.arp, .edgeBGP, .pair, .circuitState, .connection])
  func readings(_ table: Reading.Table) throws {
    let rows: [JSONValue]
    if table == .pair {
      rows = try #require(ReferenceTables.table("mseeBgp")["pairRules"]?.elements)
    } else {
      rows = try #require(ReferenceTables.table(table.rawValue)["rows"]?.elements)
    }
    #expect(Reading.all(of: table).map(\.id) == rows.compactMap { $0["id"]?.text })
    for row in rows {
      let reading = try #require(Reading.of(table, row["id"]?.text ?? ""))
      #expect(reading.verdict == row["verdict"]?.text ?? "")
      #expect(reading.severity?.rawValue == row["severity"]?.text)
      #expect(reading.meaning == row["meaning"]?.text ?? "")
      #expect(reading.nextActions == Self.texts(row["nextActions"]))
      #expect(reading.owner == row["owner"]?.text ?? "")
    }
  }

  @Test(
    "Every value of a state is shipped",
    arguments: [
      Reading.Table.provisioningState, .peeringState, .advertisedPublicPrefixesState, .authorizationUseStatus,
      .circuitConnectionStatus,
    ])
  func states(_ table: Reading.Table) throws {
    let members = try #require(ReferenceTables.table("circuitState")[table.rawValue]?.members)
    #expect(Reading.all(of: table).map(\.id) == members.members.map(\.key))
    for member in members.members { #expect(Reading.of(table, member.key)?.meaning == member.value.text) }
  }

  @Test("Network points, symptoms and byte counters are shipped")
  func pointsAndSymptoms() throws {
    let table = try ReferenceTables.table("networkPoints")
    for point in NetworkPoint.allCases { #expect(point.name == table["points"]?["\(point.rawValue)"]?.text) }
    let rows = try #require(table["rows"]?.elements)
    #expect(Reading.all(of: .symptoms).count == rows.count)
    for row in rows {
      let reading = try #require(Reading.of(.symptoms, row["symptom"]?.text ?? ""))
      #expect(reading.points.map(\.rawValue) == Self.points(row["points"]))
      #expect(reading.routedPoints.map(\.rawValue) == Self.points(row["ipvpn"]))
      #expect(reading.meaning == row["hint"]?.text ?? "")
    }
    let statistics = try #require(ReferenceTables.table("stats")["rows"]?.elements)
    #expect(Reading.all(of: .statistics).map(\.verdict) == statistics.compactMap { $0["verdict"]?.text })
  }
}
