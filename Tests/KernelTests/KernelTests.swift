import AzureResources
import Diagnosis
import Findings
import Glibc
import IPAddressing
import PathAnalysis
import SnapshotReading
import Testing

/// Azimuth's verdicts against what the Linux kernel does with real packets in the same estates.
@Suite("The kernel agrees", .serialized)
struct KernelTests {
  static let estates = 8
  static let connections = 60

  /// `AZIMUTH_SEED` repeats a run.
  static let seed = getenv("AZIMUTH_SEED").flatMap { UInt64(String(cString: $0)) } ?? UInt64.random(in: 0..<1_000_000)

  @Test(
    "Random connections work in network namespaces where the diagnosis says so, and nowhere else",
    .enabled(if: KernelLab.obstacle == nil, "skipped: \(KernelLab.obstacle ?? "")"), arguments: 0..<Self.estates)
  func connections(_ number: Int) throws {
    let seed = Self.seed + UInt64(number)
    print("kernel's estate \(number): seed \(seed)")
    var diagnoser = Diagnoser(try SnapshotReader.read(text: try KernelLab.estate(seed: seed)))
    for connection in try KernelLab.connections(seed: seed, count: Self.connections) {
      let transport = try #require(Packet.Transport(rawValue: connection.protocol))
      let diagnosis = try diagnoser.diagnose(
        Question(
          from: .resource(try #require(ResourceID(connection.source))),
          to: .address(try IPAddress(connection.destinationAddress)), port: connection.port, transport: transport))
      #expect(
        diagnosis.verdict == (connection.connects ? .reachable : .blocked),
        "\(connection), seed \(seed): \(diagnosis.cause?.summary ?? "no cause") \(diagnosis.missing)")
    }
  }
}
