import AzureResources
import Estate
import EstateFixtures
import Filtering
import JSONDocument
import Testing

@Suite("Flows judged by the filters at a place")
struct FilterEvaluatorTests {
  @Test("Application security groups count members only, and rules that name one's own side are for members (D-071)")
  func applicationGroups() throws {
    var lab = FilterLab.make()
    lab.securityGroup("nsg", subnets: ["hub/web", "hub/db"])
    lab.rule("nsg", "Logic", 110, "Inbound", "Allow", "Tcp", from: ["asg:web"], to: ["asg:db"], ports: ["1433"])
    lab.rule("nsg", "DenyDb", 120, "Inbound", "Deny", to: ["asg:db"], ports: ["1433"])
    let flow = try FilterLab.flow(FilterLab.web, to: FilterLab.db, 1433)
    // Nobody is a member: both rules are passed over.
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).decidingRule?.name == "AllowVnetInBound")
    lab.join("db", in: "hub/db", FilterLab.db, ["db"])
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).decidingRule?.name == "DenyDb")
    lab.join("web", in: "hub/web", FilterLab.web, ["web"])
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).decidingRule?.name == "Logic")
  }

  @Test(
    "A flow without a port is judged only where all ports agree",
    arguments: [
      // The rules' ports and access in order, then the answer for an open port.
      ([("22", "Allow")], "unknown"), ([("22", "Deny")], "deny"), ([("0-65535", "Allow")], "allow"),
      ([("0-1000", "Allow"), ("1001-65535", "Allow")], "allow"),
      ([("0-1000", "Allow"), ("1001-65534", "Allow")], "unknown"),
    ] as [([(String, String)], String)])
  func openPorts(rules: [(String, String)], word: String) throws {
    var lab = FilterLab.make()
    lab.securityGroup("nsg", subnets: ["hub/db"])
    for (number, rule) in rules.enumerated() {
      lab.rule("nsg", "r\(number)", 100 + number, "Inbound", rule.1, "Tcp", ports: [rule.0])
    }
    let flow = try FilterLab.flow("8.8.8.8", to: FilterLab.db)
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).word == word)
  }

  @Test("What the subnet's group lets through by port, the NIC's group can deny for all of them")
  func openPortsOfTwoGroups() throws {
    var lab = FilterLab.make()
    lab.securityGroup("around", subnets: ["hub/db"])
    lab.securityGroup("own", machines: ["db"])
    lab.rule("around", "Low", 100, "Inbound", "Deny", "Tcp", ports: ["0-999"])
    lab.rule("around", "High", 110, "Inbound", "Allow", "Tcp", ports: ["1000-65535"])
    lab.rule("own", "High", 100, "Inbound", "Deny", "Tcp", ports: ["1000-65535"])
    lab.rule("own", "Low", 110, "Inbound", "Allow", "Tcp", ports: ["0-999"])
    let flow = try FilterLab.flow("8.8.8.8", to: FilterLab.db)
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).word == "deny")
  }

  @Test(
    "Protocols without ports match rules whatever their ports; any protocol needs all to agree (D-025, D-160)",
    arguments: [
      (.icmp, "Icmp", "allow"), (.icmp, "Tcp", "deny"), (.icmp, "*", "allow"), (.esp, "Esp", "allow"),
      (.ah, "Ah", "allow"), (.ah, "Esp", "deny"), (.any, "Tcp", "unknown"), (.any, "*", "unknown"),
      (.udp, "Tcp", "deny"),
    ] as [(SecurityRuleProtocol, String, String)])
  func protocols(flowProtocol: SecurityRuleProtocol, ruleProtocol: String, word: String) throws {
    var lab = FilterLab.make()
    lab.securityGroup("nsg", subnets: ["hub/db"])
    lab.rule("nsg", "rule", 100, "Inbound", "Allow", ruleProtocol, ports: ["443"])
    let flow = try FilterLab.flow("8.8.8.8", to: FilterLab.db, nil, flowProtocol)
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).word == word)
  }

  @Test("A service tag that nobody described leaves the answer open, unless the rule doesn't matter")
  func unknownTags() throws {
    var lab = FilterLab.make()
    lab.securityGroup("nsg", subnets: ["hub/web"])
    lab.rule("nsg", "Storage", 100, "Outbound", "Deny", "Tcp", to: ["Storage.WestEurope"], ports: ["443"])
    let flow = try FilterLab.flow(FilterLab.web, to: "20.0.0.9", 443)
    #expect(try FilterLab.verdict(lab, at: "web", .outbound, flow).word == "unknown")
    let other = try FilterLab.flow(FilterLab.web, to: "20.0.0.9", 80)
    #expect(try FilterLab.verdict(lab, at: "web", .outbound, other).decidingRule?.name == "AllowInternetOutBound")
    // An allow that may cover what is allowed anyway changes nothing but the name of the rule.
    lab.rule("nsg", "Storage", 100, "Outbound", "Allow", "Tcp", to: ["Storage.WestEurope"], ports: ["443"])
    let verdict = try FilterLab.verdict(lab, at: "web", .outbound, flow)
    #expect(verdict.word == "allow")
    #expect(verdict.decidingRule?.hasAlternatives == true)
  }

  @Test("Service tags of a recorded call count, regional ones by their own name")
  func observedTags() throws {
    var lab = FilterLab.make()
    lab.securityGroup("nsg", subnets: ["hub/web"])
    lab.rule("nsg", "Storage", 100, "Outbound", "Deny", "Tcp", to: ["storage.westeurope"])
    let tag: JSONValue = ["name": "Storage.WestEurope", "properties": ["addressPrefixes": ["20.0.0.0/24"]]]
    lab.observe(
      "/subscriptions/s/providers/Microsoft.Network/locations/westeurope", "serviceTags",
      ["name": "Public", "values": [tag]])
    for (address, word) in [("20.0.0.9", "deny"), ("20.0.1.9", "allow")] {
      let flow = try FilterLab.flow(FilterLab.web, to: address, 443)
      #expect(try FilterLab.verdict(lab, at: "web", .outbound, flow).word == word)
    }
  }

  @Test(
    "Only rules with a tag AzurePlatform... block the platform's own addresses (D-027, D-080, D-081)",
    arguments: [
      ("168.63.129.16", 53, ["*"], "allow"), ("168.63.129.16", 53, ["168.63.129.16"], "allow"),
      ("168.63.129.16", 53, ["AzurePlatformDNS"], "deny"), ("169.254.169.254", 80, ["AzurePlatformDNS"], "allow"),
      ("169.254.169.254", 80, ["AzurePlatformIMDS"], "deny"), ("169.254.169.254", 80, ["*"], "allow"),
      ("23.102.135.246", 1688, ["*"], "allow"), ("23.102.135.246", 443, ["*"], "deny"),
      ("23.102.135.246", 1688, ["AzurePlatformLKM"], "deny"),
    ] as [(String, UInt16, [String], String)])
  func platform(address: String, port: UInt16, denied: [String], word: String) throws {
    var lab = FilterLab.make()
    lab.securityGroup("nsg", subnets: ["hub/web"])
    lab.rule("nsg", "Deny", 100, "Outbound", "Deny", to: denied)
    let verdict = try FilterLab.verdict(
      lab, at: "web", .outbound, FilterLab.flow(FilterLab.web, to: address, port, .udp))
    #expect(verdict.word == word)
  }

  @Test("Health probes come from the platform, and a rule can block them (D-080)")
  func probes() throws {
    var lab = FilterLab.make()
    lab.securityGroup("nsg", subnets: ["hub/web"])
    let probe = try FilterLab.flow("168.63.129.16", to: FilterLab.web, 80)
    // The tag VirtualNetwork holds the host's address too, and comes before AzureLoadBalancer (D-060).
    #expect(try FilterLab.verdict(lab, at: "web", .inbound, probe).decidingRule?.name == "AllowVnetInBound")
    lab.rule("nsg", "Deny", 100, "Inbound", "Deny", from: ["AzureLoadBalancer"])
    #expect(try FilterLab.verdict(lab, at: "web", .inbound, probe).word == "deny")
  }

  @Test(
    "A private endpoint is filtered inbound where its subnet's policies say so (D-083)",
    arguments: [
      (nil, "noFilters", "noFilters"), ("Disabled", "noFilters", "noFilters"),
      ("RouteTableEnabled", "noFilters", "noFilters"), ("Enabled", "deny", "noFilters"),
      ("NetworkSecurityGroupEnabled", "deny", "noFilters"),
    ] as [(String?, String, String)])
  func endpoints(policies: String?, inbound: String, outbound: String) throws {
    var lab = FilterLab.make()
    lab.endpoint("pe", in: "hub/db", "10.0.1.9")
    lab.securityGroup("nsg", subnets: ["hub/db"])
    lab.rule("nsg", "Deny", 100, "Inbound", "Deny")
    lab.rule("nsg", "DenyOut", 100, "Outbound", "Deny")
    lab.set(
      EstateBuilder.subnet("hub/db"), "privateEndpointNetworkPolicies", policies.map { .string($0) })
    var (evaluator, _) = try FilterLab.evaluator(lab)
    let toward = try FilterLab.flow(FilterLab.web, to: "10.0.1.9", 443)
    #expect(evaluator.verdict(toward, .inbound, at: .privateEndpoint(0)).word == inbound)
    let back = try FilterLab.flow("10.0.1.9", to: FilterLab.web, 443)
    #expect(evaluator.verdict(back, .outbound, at: .privateEndpoint(0)).word == outbound)
  }

  @Test("A firewall's subnet has no use for groups (D-086), another subnet's group counts for hosts without a NIC")
  func subnets() throws {
    var lab = FilterLab.make()
    lab.securityGroup("nsg", subnets: ["hub/AzureFirewallSubnet", "hub/db"])
    lab.rule("nsg", "Deny", 100, "Inbound", "Deny")
    var (evaluator, estate) = try FilterLab.evaluator(lab)
    func subnet(_ path: String) -> FilterPlace {
      .subnet(estate.subnetIndex(ResourceID(EstateBuilder.subnet(path))) ?? -1)
    }
    let flow = try FilterLab.flow(FilterLab.web, to: "10.0.1.77", 443)
    let managed = evaluator.verdict(flow, .inbound, at: subnet("hub/AzureFirewallSubnet"))
    #expect(managed.word == "noFilters")
    #expect(managed.exemption == .managedSubnet)
    let decided = evaluator.verdict(flow, .inbound, at: subnet("hub/db"))
    #expect(decided.word == "deny")
    #expect(decided.decidingRule?.appliedTo == ResourceID(EstateBuilder.subnet("hub/db")))
    #expect(decided.decidingRule?.group == ResourceID(EstateBuilder.securityGroup("nsg")))
    #expect(decided.decidingRule?.qualifiedName == "securityRules/Deny")
  }

  @Test("A group or rule that the snapshot lacks leaves open what the others don't deny")
  func missing() throws {
    var lab = FilterLab.make()
    lab.securityGroup("around", subnets: ["hub/db"])
    lab.securityGroup("own", machines: ["db"])
    lab.remove(EstateBuilder.securityGroup("around"))
    let flow = try FilterLab.flow(FilterLab.web, to: FilterLab.db, 443)
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).word == "unknown")
    lab.rule("own", "Deny", 100, "Inbound", "Deny")
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).word == "deny")
    lab.securityGroup("around", subnets: ["hub/db"])
    lab.rule("own", "Deny", 100, "Inbound", "Allow")
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).word == "allow")
    lab.rule("around", "Odd", 100, "Inbound", "Perhaps")
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).word == "unknown")
    lab.rule("around", "Odd", 100, "Inbound", "Deny", ports: ["many"])
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, flow).word == "unknown")
  }
}
