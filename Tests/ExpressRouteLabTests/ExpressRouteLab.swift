import CustomerEdge
import Dispatch
import Estate
import Glibc
import SnapshotReading
import Testing

/// A circuit made of network namespaces and FRR: see `lab.py`.
enum ExpressRouteLab {
  private static let folder = String(#filePath.dropLast("ExpressRouteLab.swift".count))

  /// What this machine lacks for a lab; nil where nothing.
  static let obstacle: String? = {
    for program in ["python3", "ip", "vtysh", "/usr/lib/frr/bgpd", "/usr/lib/frr/zebra"]
    where shell("command -v \(program)").status != 0 {
      return "\(program) is not installed (apt-get install python3 iproute2 frr)"
    }
    guard shell("test -w /dev/net/tun").status == 0 else { return "/dev/net/tun is not there" }
    let probe = "azx-probe-\(getpid())"
    guard shell("ip netns add \(probe) && ip -netns \(probe) link add link1 type veth peer name link2").status == 0
    else {
      _ = shell("ip netns del \(probe)")
      return "network namespaces need root"
    }
    _ = shell("ip netns del \(probe)")
    return nil
  }()

  /// One run of the lab through all its scenarios, which every test looks at.
  private static let run = Task.detached { () -> (folder: String, errors: String, status: Int32) in
    await withCheckedContinuation { continuation in
      // More than a minute of waiting for routers, which is to hold up no thread of the other tests.
      DispatchQueue.global().async {
        let place = "/tmp/azimuth-lab-\(getpid())"
        let run = shell("timeout -k 10 420 python3 -B '\(folder)lab.py' '\(place)' 2>&1")
        continuation.resume(returning: (place, run.output, run.status))
      }
    }
  }

  /// What the lab recorded in a scenario: the snapshot, and the customer edge as its own files tell it.
  static func scenario(_ name: String) async throws -> (estate: Estate, edge: CustomerEdge) {
    let run = await run.value
    try #require(run.status == 0, "lab.py failed:\n\(run.errors)")
    let place = "\(run.folder)/\(name)"
    let files = shell("ls '\(place)'").output.split(separator: "\n").filter { $0 != "snapshot.json" }
    let edge = CustomerEdge(
      joining: try files.map { try CustomerEdgeReader.read(Array(shell("cat '\(place)/\($0)'").output.utf8)) })
    return (try SnapshotReader.read(text: shell("cat '\(place)/snapshot.json'").output), edge)
  }

  /// Removes what the lab wrote.
  static func removeFiles() async { _ = shell("rm -rf '\(await run.value.folder)'") }

  private static func shell(_ line: String) -> (output: String, status: Int32) {
    guard let pipe = popen("{ \(line); } 2>/dev/null", "r") else { return ("", -1) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    return (String(decoding: bytes, as: UTF8.self), pclose(pipe))
  }
}
