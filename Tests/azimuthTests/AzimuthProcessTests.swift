import Testing

@Suite("The program as a process")
struct AzimuthProcessTests {
  @Test(
    "Exit codes are the contract's",
    arguments: [
      ("azimuth next-hop web-1-nic 10.2.0.4", Int32(0)), ("azimuth diagnose web-1 sql-1", 1), ("azimuth routes --x", 2),
      ("azimuth routes nobody", 3), ("azimuth rest -u /subscriptions/x/resourceGroups/y", 4),
      ("azimuth diagnose web-1 10.3.0.4", 5),
    ])
  func codes(_ line: String, _ code: Int32) throws {
    #expect(try AzimuthProcess.run(line + " > /dev/null 2>&1").status == code)
  }

  @Test("Nothing but the answer goes to standard output")
  func streams() throws {
    let answer = try AzimuthProcess.run("azimuth routes sql-1 -o json 2> /dev/null")
    #expect(answer.output.hasPrefix("{"))
    #expect(answer.output.hasSuffix("}\n"))
    #expect(try AzimuthProcess.run("azimuth routes sql-1 -o none 2> /dev/null").output == "")
    #expect(try AzimuthProcess.run("azimuth routes nobody 2> /dev/null").output == "")
  }

  @Test("A reader that goes away is no fault")
  func brokenPipe() throws {
    let list = "azimuth show --ids @<(for i in {1..500}; do echo web-1; done)"
    let run = try AzimuthProcess.run("\(list) 2>&1 | head -1")
    #expect(run.output.hasPrefix("ID:"))
    #expect(run.output.split(separator: "\n").count == 1)
    // Some parents leave the signal ignored, so that writing fails instead.
    let ignored = try AzimuthProcess.run("trap '' PIPE; \(list) 2>&1 | head -1 > /dev/null; echo ${PIPESTATUS[0]}")
    #expect(ignored.output == "0\n")
  }

  @Test("A full disk is a fault: half an answer must not look like a whole one")
  func fullDisk() throws {
    let run = try AzimuthProcess.run("azimuth show web-1 2>&1 > /dev/full")
    #expect(run.status == 3)
    #expect(run.output.contains("No space left on device"))
  }

  @Test("Snapshot, IDs and bodies come from standard input")
  func standardInput() throws {
    let snapshot = try AzimuthProcess.run(
      "cat $AZIMUTH_SNAPSHOT/network.json | azimuth show to-office --snapshot - -o tsv")
    #expect(snapshot.output.contains("connectionStatus\tConnected"))
    let list = try AzimuthProcess.run("echo jump | azimuth show --ids @- -o json")
    #expect(list.output.hasPrefix("{\n  \"/subscriptions/"))
  }

  @Test("The same question gives the same bytes")
  func deterministic() throws {
    let once = try AzimuthProcess.run("azimuth snapshot info -o json")
    #expect(try AzimuthProcess.run("azimuth snapshot info -o json").output == once.output)
  }
}
