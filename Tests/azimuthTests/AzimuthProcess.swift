import Glibc
import Testing

/// The built program, run by a shell.
enum AzimuthProcess {
  private static let root = String(#filePath.dropLast("Tests/azimuthTests/AzimuthProcess.swift".count))
  static let snapshot = root + "Tests/Fixtures/hub-and-spoke"

  /// Beside the tests' own executable.
  private static let program: String = {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count)
    let own = String(decoding: path.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/azimuth"
  }()

  /// What a command line prints and how it ends; `azimuth` in it is the built program.
  static func run(_ line: String) throws -> (output: String, status: Int32) {
    try #require(access(program, X_OK) == 0, "the program is not beside the tests: \(program)")
    let command = "azimuth() { '\(program)' \"$@\"; }; export AZIMUTH_SNAPSHOT='\(snapshot)'; \(line)"
    let quoted = command.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    let pipe = try #require(popen("bash -c '\(quoted)'", "r"))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    let status = pclose(pipe)
    return (String(decoding: bytes, as: UTF8.self), (status >> 8) & 0xff)
  }
}
