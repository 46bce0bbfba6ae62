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
    let estate = try KernelLab.estate(seed: seed)
    let compared = try compare(try KernelLab.connections(seed: seed, count: Self.connections), in: estate, seed)
    #expect(compared == Self.connections)
  }

  /// Estates that were written for people to read: the shipped examples, and the designs that faults are planted in.
  /// What leaves the lab's own means, such as gateways, isn't compared.
  @Test(
    "Connections in examples and designs work in network namespaces where the diagnosis says so, and nowhere else",
    .enabled(if: KernelLab.obstacle == nil, "skipped: \(KernelLab.obstacle ?? "")"), arguments: KernelDesign.all)
  func designs(_ design: KernelDesign) throws {
    print("kernel's \(design.name): seed \(Self.seed)")
    let connections = try KernelLab.connections(in: design.snapshot, seed: Self.seed, count: Self.connections)
    #expect(try compare(connections, in: design.snapshot, Self.seed) > Self.connections / 2)
  }

  /// Diagnoses what was tried; how many connections were compared.
  private func compare(_ tried: [TriedConnection], in snapshot: String, _ seed: UInt64) throws -> Int {
    var diagnoser = Diagnoser(try SnapshotReader.read(text: snapshot))
    var compared = 0
    for connection in tried {
      let transport = try #require(Packet.Transport(rawValue: connection.protocol))
      let diagnosis = try diagnoser.diagnose(
        Question(
          from: .resource(try #require(ResourceID(connection.source))),
          to: .address(try IPAddress(connection.destinationAddress)), port: connection.port, transport: transport))
      let hops = diagnosis.forward.hops + (diagnosis.wayBack?.hops ?? [])
      guard hops.allSatisfy({ [.source, .peering, .appliance, .destination].contains($0.kind) }) else { continue }
      compared += 1
      #expect(
        diagnosis.verdict == (connection.connects ? .reachable : .blocked),
        "\(connection), seed \(seed): \(diagnosis.cause?.summary ?? "no cause") \(diagnosis.missing)")
    }
    return compared
  }
}
