import FoundationEssentials
import Glibc
import Testing

/// Estates made of network namespaces: see `lab.py`.
enum KernelLab {
  private static let folder = String(#filePath.dropLast("KernelLab.swift".count))

  /// What this machine lacks for a lab; nil where nothing.
  static let obstacle: String? = {
    for program in ["python3", "ip", "nft"] where shell("command -v \(program)").status != 0 {
      return "\(program) is not installed (apt-get install python3 iproute2 nftables)"
    }
    let probe = "azm-probe-\(getpid())"
    guard shell("ip netns add \(probe) && ip netns exec \(probe) nft list ruleset").status == 0 else {
      return "network namespaces need root"
    }
    _ = shell("ip netns del \(probe)")
    return nil
  }()

  /// A random estate as a snapshot.
  static func estate(seed: UInt64) throws -> String {
    let run = shell("python3 '\(folder)estate.py' \(seed)")
    try #require(run.status == 0, "estate.py fails with seed \(seed)")
    return run.output
  }

  /// What became of random connections in an estate.
  static func connections(seed: UInt64, count: Int) throws -> [TriedConnection] {
    try tried("python3 '\(folder)estate.py' \(seed) | python3 '\(folder)lab.py' /dev/stdin \(seed) \(count)")
  }

  /// What became of random connections between the machines of a snapshot.
  static func connections(in snapshot: String, seed: UInt64, count: Int) throws -> [TriedConnection] {
    var path = Array("/tmp/azimuth-lab-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    try #require(file >= 0, "no file for a snapshot: errno \(errno)")
    defer { unlink(path) }
    let written = Array(snapshot.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try #require(written == snapshot.utf8.count)
    return try tried("python3 '\(folder)lab.py' '\(name)' \(seed) \(count)")
  }

  private static func tried(_ command: String) throws -> [TriedConnection] {
    let run = shell(command)
    try #require(run.status == 0, "fails: \(command)")
    return try JSONDecoder().decode([TriedConnection].self, from: Data(run.output.utf8))
  }

  private static func shell(_ line: String) -> (output: String, status: Int32) {
    guard let pipe = popen("{ \(line); } 2>/dev/null", "r") else { return ("", -1) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    return (String(decoding: bytes, as: UTF8.self), pclose(pipe))
  }
}
