import EstateFixtures
import IPAddressing
import JSONDocument
import ProbeRecords
import SnapshotReading
import Testing

@Suite("Probes in a snapshot")
struct ProbeRecordsTests {
  private static let dns: JSONValue = [
    "name": "kv1.vault.azure.net", "type": "A", "server": "10.0.0.4", "port": 53, "outcome": "answered",
    "chain": [
      ["name": "kv1.vault.azure.net", "type": "CNAME", "ttl": 900, "value": "kv1.privatelink.vaultcore.azure.net"],
      ["name": "kv1.privatelink.vaultcore.azure.net", "type": "A", "ttl": 10, "value": "10.12.4.20"],
    ],
    "addresses": ["10.12.4.20"],
  ]

  @Test("What is saved is read again, in the order of time")
  func roundTrip() throws {
    let tcp: JSONValue = ["host": "KV1.vault.azure.net", "port": 443, "address": "10.12.4.20", "outcome": "timeout"]
    let tls: JSONValue = [
      "host": "kv1.vault.azure.net", "port": 443, "outcome": "nameMismatch", "serverName": "kv1.vault.azure.net",
      "certificate": ["names": ["*.contoso.com"], "issuer": "CN=proxy"],
    ]
    let rows: [JSONValue] = [
      ProbeRecord.json(
        .dns, target: "kv1.vault.azure.net", asker: "appliance", response: Self.dns, time: "2026-11-21T12:00:02Z"),
      ProbeRecord.json(
        .dns, target: "kv1.vault.azure.net", asker: "office", response: Self.dns, time: "2026-11-21T12:00:01Z"),
      ProbeRecord.json(
        .tcp, target: "kv1.vault.azure.net:443", asker: "appliance", response: tcp, time: "2026-11-21T12:00:03Z"),
      ProbeRecord.json(
        .tls, target: "kv1.vault.azure.net:443", asker: "appliance", response: tls, time: "2026-11-21T12:00:04Z"),
      ["method": "GET", "path": "/subscriptions/x/resourceGroups/y", "response": [:]],
      ProbeRecord.json(
        .dns, target: "broken", asker: "office", response: ["outcome": "answered"], time: "2026-11-21T12:00:05Z"),
    ]
    let text = JSONWriter.text(["azimuth": 1, "resources": [], "observations": .array(rows)])
    let records = ProbeRecords(try SnapshotReader.read(text: text))
    #expect(records.names.map(\.asker) == ["office", "appliance"])
    #expect(records.names.first?.names == ["kv1.vault.azure.net", "kv1.privatelink.vaultcore.azure.net"])
    #expect(records.names.first?.addresses == [try IPAddress("10.12.4.20")])
    #expect(records.connections.map(\.outcome) == ["timeout"])
    #expect(records.connections.first?.host == "kv1.vault.azure.net")
    #expect(records.handshakes.first?.certificateNames == ["*.contoso.com"])
  }

  @Test("A snapshot without probes has none")
  func none() throws {
    #expect(ProbeRecords(try EstateBuilder().estate()) == ProbeRecords())
  }
}
