import Testing

@Suite("Completion of names")
struct NameCompletionTests {
  private static func words(_ line: String...) async throws -> [String] {
    let run = try await AzimuthRun(["__complete", "--"] + line)
    return run.output.split(separator: "\n").map { String($0.split(separator: "\t")[0]) }
  }

  @Test("Targets are the names of the snapshot; namesakes stand with their group, subnets with their network")
  func targets() async throws {
    #expect(try await Self.words("routes", "web-1") == ["web-1", "web-1-nic", "web-1-mgmt"])
    #expect(try await Self.words("routes", "app-rg/") == ["app-rg/spare"])
    #expect(try await Self.words("routes", "web/") == ["web/frontend", "web/endpoints", "web/empty"])
  }

  @Test("A command offers only what it has an answer for")
  func kinds() async throws {
    #expect(try await Self.words("next-hop", "web-r").isEmpty)
    #expect(try await Self.words("routes", "web-r") == ["web-routes"])
    #expect(try await Self.words("show", "to-") == ["to-office", "to-plant"])
  }

  @Test("A group given before narrows the names")
  func group() async throws {
    #expect(try await Self.words("routes", "-g", "ops-rg", "") == ["jump", "jump-nic", "spare", "lost-nic"])
  }

  @Test("Groups and subscriptions come from the snapshot, formats from the program")
  func options() async throws {
    #expect(try await Self.words("routes", "-g", "") == ["app-rg", "net-rg", "ops-rg"])
    #expect(try await Self.words("show", "--subscription", "").count == 1)
    #expect(try await Self.words("routes", "-o", "t") == ["table", "tsv"])
  }

  @Test("Without a snapshot there are no names, and no complaint")
  func none() async throws {
    let run = try await AzimuthRun(["__complete", "--", "routes", ""], fixture: nil)
    #expect(run.output == "")
    #expect(run.error == "")
    #expect(run.code == 0)
  }
}
