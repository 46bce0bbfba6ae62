import Testing

@Suite("azimuth expressroute interpret")
struct ExpressRouteInterpretCommandTests {
  /// As "Verify ExpressRoute connectivity" prints it, once for each MSEE.
  private static let sample = """
    src 10.0.0.0 dst 20.0.0.0 dstport 3389 (received): 120 matches
    src 20.0.0.0 srcport 3389 dst 10.0.0.0 (sent): 120 matches

    """
  private static let silent = """
    src 10.0.0.0 dst 20.0.0.0 dstport 3389 (received): 0 matches
    src 20.0.0.0 srcport 3389 dst 10.0.0.0 (sent): 0 matches

    """

  private static let numbers =
    "--primary-received 120 --primary-sent 120 --secondary-received 0 --secondary-sent 0"

  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("guide-sample", "expressroute interpret -", input: sample),
      Scenario("healthy", "expressroute interpret -", input: "Primary\n\(sample)Secondary\n\(sample)"),
      Scenario("one-silent", "expressroute interpret - -o json", input: "Primary\n\(sample)Secondary\n\(silent)"),
      Scenario("numbers", "expressroute interpret \(numbers) --from azure"),
      Scenario(
        "no-direction",
        "expressroute interpret --primary-received 9 --primary-sent 0 --secondary-received 9 --secondary-sent 0"),
      Scenario("pinned", "expressroute interpret \(numbers) --from onpremises --pinned secondary"),
      Scenario("narrow", "expressroute interpret \(numbers)", columns: 60),
      Scenario("csv", "expressroute interpret \(numbers) --from onpremises -o csv"),
      Scenario("truncated", "expressroute interpret -", input: String(sample.dropLast(12))),
      Scenario(
        "another-probe", "expressroute interpret -", input: sample + "src 10.0.0.1 dst 20.0.0.0 (received): 1 matches\n"
      ),
      Scenario("empty", "expressroute interpret -"),
      Scenario("no-file", "expressroute interpret nowhere.txt"),
      Scenario("nothing", "expressroute interpret"),
      Scenario("negative", "expressroute interpret --primary-received=-4"),
      Scenario("both", "expressroute interpret - --primary-sent 4"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "expressroute-interpret") }

  @Test(
    "The exit code says whether something is wrong",
    arguments: [
      (120, 120, 90, 90, Int32(0)), (120, 120, 90, 0, 0), (120, 120, 0, 0, 1), (120, 0, 90, 0, 1), (0, 0, 0, 0, 1),
    ])
  func codes(_ received: Int, _ sent: Int, _ secondReceived: Int, _ secondSent: Int, _ code: Int32) async throws {
    let run = try await AzimuthRun([
      "expressroute", "interpret", "--from", "onpremises", "--primary-received", "\(received)", "--primary-sent",
      "\(sent)", "--secondary-received", "\(secondReceived)", "--secondary-sent", "\(secondSent)",
    ])
    #expect(run.code == code)
  }

  @Test("Missing counts that decide are indeterminate")
  func indeterminate() async throws {
    let run = try await AzimuthRun(["expressroute", "interpret", "-"], fixture: nil, input: Self.sample)
    #expect(run.code == 5)
  }
}
