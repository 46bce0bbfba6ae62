import ExpressRouteFacts
import Testing

@Suite("Readings")
struct ReadingTests {
  @Test("Every combination of counts has a reading, whoever ran the probe", arguments: ProbeDirection.allCases + [nil])
  func packetCounts(_ direction: ProbeDirection?) {
    for primary in PassedPackets.all {
      for secondary in PassedPackets.all {
        let reading = PacketCountReading.of(direction, primary: primary, secondary: secondary)
        #expect(!reading.verdict.isEmpty && !reading.meaning.isEmpty && !reading.source.isEmpty)
        #expect(!reading.points.isEmpty && !reading.nextActions.isEmpty)
      }
    }
  }

  @Test("Every reading has a source, and every table has readings", arguments: Reading.Table.allCases)
  func sources(_ table: Reading.Table) {
    let readings = Reading.all(of: table)
    #expect(!readings.isEmpty)
    for reading in readings { #expect(!reading.source.isEmpty, "\(reading.id)") }
  }
}
