import CommandLineParsing
import Testing

@testable import AzimuthCommands

@Suite("The world around a command")
struct SurroundingsTests {
  @Test("Every variable that help names is read")
  func variables() async throws {
    let help = try await AzimuthRun(["--help"], fixture: nil).output
    let section = help.split(separator: "Environment:\n")[1].split(separator: "\n\n")[0]
    let named = section.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(named.count == 4)
    #expect(named.allSatisfy { Surroundings.variables.contains(String($0)) })
  }
}
