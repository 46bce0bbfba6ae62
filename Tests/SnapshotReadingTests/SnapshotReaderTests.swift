import AzureResources
import Estate
import SnapshotReading
import Testing

@Suite("Reading snapshots")
struct SnapshotReaderTests {
  @Test("Nothing in a list is an estate without resources")
  func empty() throws {
    #expect(try SnapshotReader.read(text: "[]").records.isEmpty)
  }
}
