import AzureResources
import HybridConnectivity
import Testing

@testable import OperatorText

@Suite("Texts that are refused")
struct RefusedTextTests {
  /// A text, the line that is named, and a word of the reason.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let line: Int?
    let reason: String
  }

  static let refusals = [
    Refusal(
      testDescription: "a list cut in its last row", text: String(GuideSamples.routeTable.dropLast(15)), line: 13,
      reason: "lacks the column path"),
    Refusal(
      testDescription: "a column cut by Format-Table",
      text: """
        Network     NextHop LocPrf Weight Path
        -------     ------- ------ ------ ----
        10.1.0.0/16 10.17…         0      65515
        """, line: 3, reason: "was cut off"),
    Refusal(
      testDescription: "columns that Format-Table left out",
      text: """
        Age InterfaceProperty IpAddress
        --- ----------------- ---------
          0 On-Prem           172.16.0.1
        """, line: 3, reason: "lacks the column macAddress"),
    Refusal(
      testDescription: "what PowerShell says of columns it left out",
      text: "WARNING: 1 columns do not fit into the display and were removed.\n", line: 1, reason: "left out"),
    Refusal(
      testDescription: "a row wrapped at the window's width",
      text: """
        Age InterfaceProperty IpAddress  MacAddress
        --- ----------------- ---------  ----------
          0 On-Prem           172.16.0.1
        02cf.2b02.c22b
        """, line: nil, reason: "don't line up"),
    Refusal(
      testDescription: "a heading wrapped by mail",
      text: """
        Age InterfaceProperty IpAddress
        MacAddress
        --- ----------------- ---------
        ----------
          0 On-Prem           172.16.0.1
        02cf.2b02.c22b
        """, line: 1, reason: "part of no table"),
    Refusal(
      testDescription: "a value that goes on in the next line",
      text: """
        Name     : AzurePrivatePeering
        PeeringType : AzurePrivate
                      Peering
        VlanId   : 200
        """, line: 3, reason: "wrapped"),
    Refusal(
      testDescription: "JSON that ends too early",
      text: """
        Name : ckt
        Sku  : {
                 "Name": "Standard_MeteredData"
        CircuitProvisioningState : Enabled
        """, line: 2, reason: "doesn't end"),
    Refusal(
      testDescription: "broken JSON", text: "{\"value\": [\n {\"age\": 1,,}]}", line: 2, reason: "the JSON is broken"),
    Refusal(
      testDescription: "JSON that is nested too deeply for its depth",
      text:
        #"{"Name":"c","Id":"/x","CircuitProvisioningState":"Enabled","Peerings":["Microsoft.Azure.Commands.Network.Models.PSPeering"]}"#,
      line: nil, reason: "ConvertTo-Json cut"),
    Refusal(testDescription: "an empty text", text: " \n\n", line: nil, reason: "empty"),
    Refusal(testDescription: "prose", text: "It does not work since Tuesday\n", line: 1, reason: "part of no table"),
    Refusal(
      testDescription: "a table of something else", text: "Handles  NPM\n-------  ---\n     12  345\n", line: 1,
      reason: "no table of Azure's"),
    Refusal(
      testDescription: "a row of the portal with a cell too few",
      text: "Interface\tIP address\tMAC address\tAge\nOn-Prem\t172.16.0.1\t02cf.2b02.c22b\n", line: 2, reason: "3 cells"
    ),
  ]

  @Test("A text that is cut off, wrapped or something else is refused with its line", arguments: refusals)
  func refused(refusal: Refusal) throws {
    let error = try #require(throws: OperatorTextError.self) {
      try OperatorTextParser.parse(refusal.text, named: "t.txt")
    }
    #expect("\(error)".contains(refusal.reason), "\(error)")
    if let line = refusal.line { #expect(error.line == line, "\(error)") }
    #expect(!error.remedy.isEmpty)
  }

  private func snapshot(_ text: String, circuit: String = "ckt", path: DevicePath? = nil) throws -> String {
    let id = try #require(
      ResourceID("/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/\(circuit)"))
    return try OperatorSnapshot(circuit: id, named: "t.txt", path: path, peering: .privatePeering)
      .text(of: OperatorTextParser.parse(text, named: "t.txt"))
  }

  private static let arp = """
    Get-AzExpressRouteCircuitARPTable -ResourceGroupName rg -ExpressRouteCircuitName other -DevicePath Secondary
    Age InterfaceProperty IpAddress  MacAddress
    --- ----------------- ---------  ----------
      0 On-Prem           172.16.0.1 02cf.2b02.c22b
    """

  @Test("A table of another circuit, or of the other path, is refused")
  func mixedUp() throws {
    let circuit = try #require(throws: OperatorTextError.self) { try snapshot(Self.arp) }
    #expect("\(circuit)" == "t.txt:2: the ARP table is of circuit other, not of ckt")
    let path = try #require(throws: OperatorTextError.self) { try snapshot(Self.arp, circuit: "other", path: .primary) }
    #expect("\(path)".contains("is of the secondary path"))
    #expect(try snapshot(Self.arp, circuit: "other").contains("arpTables/secondary"))
  }

  @Test("A table that doesn't say its path needs to be told")
  func noPath() throws {
    let error = try #require(throws: OperatorTextError.self) { try snapshot(GuideSamples.routeTable) }
    #expect(error.remedy.contains("--primary"))
  }
}
