import HybridConnectivity
import JSONDocument
import Testing

@testable import OperatorText

@Suite("Forms of one table")
struct PrintedFormsTests {
  /// - Source: PowerShell's own names of columns, ExpressRoute semantics A.4; the portal's.
  static let forms: [(String, String)] = [
    (
      "Format-Table",
      """
      Age InterfaceProperty IpAddress  MacAddress
      --- ----------------- ---------  ----------
        5 On-Prem           172.16.0.1 02cf.2b02.c22b
        0 Microsoft         172.16.0.2 6412.25a7.b8b0
      """
    ),
    (
      "coloured Format-Table",
      "\u{1B}[32;1mAge\u{1B}[0m\u{1B}[32;1m InterfaceProperty\u{1B}[0m\u{1B}[32;1m IpAddress \u{1B}[0m\u{1B}[32;1m MacAddress\u{1B}[0m\r\n"
        + "\u{1B}[32;1m---\u{1B}[0m \u{1B}[32;1m-----------------\u{1B}[0m \u{1B}[32;1m---------\u{1B}[0m  \u{1B}[32;1m----------\u{1B}[0m\r\n"
        + "  5 On-Prem           172.16.0.1 02cf.2b02.c22b\r\n  0 Microsoft         172.16.0.2 6412.25a7.b8b0\r\n"
    ),
    (
      "Format-List",
      """
      Age               : 5
      InterfaceProperty : On-Prem
      IpAddress         : 172.16.0.1
      MacAddress        : 02cf.2b02.c22b

      Age               : 0
      InterfaceProperty : Microsoft
      IpAddress         : 172.16.0.2
      MacAddress        : 6412.25a7.b8b0
      """
    ),
    (
      "az",
      #"{"value":[{"age":5,"interface":"On-Prem","ipAddress":"172.16.0.1","macAddress":"02cf.2b02.c22b"},{"age":0,"interface":"Microsoft","ipAddress":"172.16.0.2","macAddress":"6412.25a7.b8b0"}]}"#
    ),
    (
      "ConvertTo-Json",
      #"[{"Age":5,"InterfaceProperty":"On-Prem","IpAddress":"172.16.0.1","MacAddress":"02cf.2b02.c22b"},{"Age":0,"InterfaceProperty":"Microsoft","IpAddress":"172.16.0.2","MacAddress":"6412.25a7.b8b0"}]"#
    ),
    (
      "the portal",
      "Interface\tIP address\tMAC address\tAge (minutes)\nOn-Prem\t172.16.0.1\t02cf.2b02.c22b\t5\nMicrosoft\t172.16.0.2\t6412.25a7.b8b0\t0\n"
    ),
  ]

  @Test("One ARP table reads alike in every form", arguments: forms)
  func arp(form: String, text: String) throws {
    let tables = try OperatorTextParser.parse(text, named: form)
    #expect(tables.map(\.kind) == [.arpTable])
    let table = try #require(tables.first.flatMap { ARPTable($0.json) })
    #expect(table.entries.map(\.age) == [5, 0])
    #expect(table.onPremises?.macAddress?.description == "02cf.2b02.c22b")
    #expect(table.microsoft?.ipAddressText == "172.16.0.2")
  }

  @Test("A route table with paths of several numbers keeps them in one column")
  func routes() throws {
    let text = """
      Network           NextHop        LocPrf Weight Path
      -------           -------        ------ ------ ----
      10.100.0.0/16     10.100.255.13* 100         0 65515 I
      10.100.0.0/16     169.254.194.41 100         0 64512 12076 I
      169.254.194.40/30 169.254.194.41 100         0 64512 I
      """
    let tables = try OperatorTextParser.parse(text, named: "routes.txt")
    let table = try #require(tables.first.flatMap { CircuitRouteTable($0.json) })
    #expect(table.routes.map(\.path.numbers) == [[65515], [64512, 12076], [64512]])
    #expect(table.routes.map(\.isMarkedBest) == [true, false, false])
    #expect(table.routes.map(\.locPrf) == ["100", "100", "100"])
  }

  @Test("A summary reads with the narrow column V")
  func summary() throws {
    let text = """
      Neighbor       V AsProperty UpDown StatePfxRcd
      --------       - ---------- ------ -----------
      10.100.255.12  4      65515 25:24  1
      169.254.194.41 4      64512 58:09  3
      """
    let tables = try OperatorTextParser.parse(text, named: "summary.txt")
    let summary = try #require(tables.first.flatMap { RouteSummary($0.json) })
    #expect(summary.neighbors.map(\.asn) == [65515, 64512])
    #expect(summary.neighbors.map(\.state) == [.established(prefixes: 1), .established(prefixes: 3)])
  }

  @Test("The portal's overview and list of peerings are a circuit's")
  func portal() throws {
    let text = """
      Resource group
      Test-ER-RG
      Circuit status
      Not enabled
      Location
      westus2
      Provider status
      Not provisioned
      Provider
      Equinix
      Peering location
      Silicon Valley
      Bandwidth
      1 Gbps

      Type\tStatus\tPrimary subnet\tSecondary subnet\tLast modified by
      Azure private\tProvisioned\t172.16.0.0/30\t172.16.0.4/30\tCustomer
      Azure public\tNot provisioned\t-\t-\t-
      Microsoft\tNot provisioned\t-\t-\t-
      """
    let tables = try OperatorTextParser.parse(text, named: "portal.txt")
    #expect(tables.map(\.kind) == [.circuit, .peering])
    let properties = tables[0].json["properties"]
    #expect(properties?["circuitProvisioningState"] == "Disabled")
    #expect(properties?["serviceProviderProvisioningState"] == "NotProvisioned")
    #expect(properties?["serviceProviderProperties"]?["bandwidthInMbps"] == 1000)
    #expect(tables[1].json["properties"]?["primaryPeerAddressPrefix"] == "172.16.0.0/30")
  }

  @Test("Several tables with their commands are read one after the other")
  func session() throws {
    let text = """
      PS C:\\> Get-AzExpressRouteCircuitARPTable -ResourceGroupName rg -ExpressRouteCircuitName ckt `
        -PeeringType AzurePrivatePeering -DevicePath Primary

      Age InterfaceProperty IpAddress  MacAddress
      --- ----------------- ---------  ----------
        5 On-Prem           172.16.0.1 02cf.2b02.c22b

      PS C:\\> Get-AzExpressRouteCircuitStats -ResourceGroupName rg -ExpressRouteCircuitName ckt -PeeringType 'AzurePrivatePeering'

      \(GuideSamples.statistics)
      """
    let tables = try OperatorTextParser.parse(text, named: "session.txt")
    #expect(tables.map(\.kind) == [.arpTable, .statistics])
    #expect(tables[0].command?.path == .primary)
    #expect(tables[0].command?.circuit == "ckt")
    #expect(tables[1].command?.peering == .privatePeering)
    #expect(tables[0].line == 4)
  }
}
