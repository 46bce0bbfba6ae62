import AzureResources
import Estate
import EstateFixtures
import Filtering
import JSONDocument
import Testing

@Suite("Security admin rules")
struct SecurityAdminRuleTests {
  /// The group of the database's subnet lets 1433 in and nothing else from outside.
  private static func lab(_ access: String, _ port: String, priority: Int = 10) -> EstateBuilder {
    var lab = FilterLab.make()
    lab.securityGroup("nsg", subnets: ["hub/db"])
    lab.rule("nsg", "AllowSQL", 100, "Inbound", "Allow", "Tcp", ports: ["1433"])
    lab.rule("nsg", "DenyAll", 200, "Inbound", "Deny")
    lab.networkGroup("all", ["hub", "spoke"])
    lab.adminConfiguration("config", for: "all")
    lab.adminRule("config", "first", priority, "Inbound", access, "Tcp", ports: [port])
    return lab
  }

  private static func inbound(_ lab: EstateBuilder, _ port: UInt16) throws -> FilterVerdict {
    try FilterLab.verdict(lab, at: "db", .inbound, FilterLab.flow(FilterLab.web, to: FilterLab.db, port))
  }

  @Test(
    "A security admin rule decides before the groups do",
    arguments: [
      // access of the admin rule, its port, the flow's port, the answer, the rule that decides (D-100, D-101)
      ("Deny", "1433", 1433, "deny", "first"),
      ("Deny", "1433", 80, "deny", "DenyAll"),
      ("Allow", "1433", 1433, "allow", "AllowSQL"),
      ("Allow", "80", 80, "deny", "DenyAll"),
      ("AlwaysAllow", "80", 80, "allow", "first"),
      ("AlwaysAllow", "80", 81, "deny", "DenyAll"),
    ] as [(String, String, UInt16, String, String)])
  func order(access: String, adminPort: String, port: UInt16, word: String, rule: String) throws {
    let verdict = try Self.inbound(Self.lab(access, adminPort), port)
    #expect(verdict.word == word)
    #expect(verdict.decidingRule?.name == rule)
    #expect(verdict.decidingRule?.isAdmin == (rule == "first"))
    #expect(verdict.stages.first?.kind == .securityAdmin)
  }

  @Test("The smaller priority decides among security admin rules")
  func priority() throws {
    var lab = Self.lab("Deny", "1433", priority: 20)
    lab.adminRule("config", "second", 10, "Inbound", "AlwaysAllow", "Tcp", ports: ["1433"])
    let verdict = try Self.inbound(lab, 1433)
    #expect(verdict.decidingRule?.name == "second")
    #expect(verdict.word == "allow")
  }

  @Test("Only networks of the rule's group are covered; a network group can be a rule's side")
  func groups() throws {
    var lab = Self.lab("Deny", "1433")
    lab.networkGroup("all", ["spoke"])
    #expect(try Self.inbound(lab, 1433).word == "allow")
    lab.networkGroup("all", ["hub"])
    lab.networkGroup("spokes", ["spoke"])
    lab.adminRule("config", "first", 10, "Inbound", "Deny", "Tcp", from: ["group:spokes"], ports: ["1433"])
    #expect(try Self.inbound(lab, 1433).word == "allow")
    let far = try FilterLab.flow(FilterLab.far, to: FilterLab.db, 1433)
    #expect(try FilterLab.verdict(lab, at: "db", .inbound, far).word == "deny")
  }

  @Test("A group whose members nobody tells leaves the answer open, but for what the groups deny anyway")
  func unknownMembers() throws {
    var lab = Self.lab("Deny", "1433")
    lab.networkGroup("all", nil)
    #expect(try Self.inbound(lab, 1433).word == "unknown")
    #expect(try Self.inbound(lab, 80).word == "deny")
    let id = "\(EstateBuilder.manager)/networkGroups/all"
    lab.observe(id, "listEffectiveVirtualNetworks", ["value": [["id": .string(EstateBuilder.network("hub"))]]])
    #expect(try Self.inbound(lab, 1433).word == "deny")
  }

  @Test("A manager with a higher scope comes first, whatever the priorities (D-103)")
  func scopes() throws {
    var lab = Self.lab("Deny", "1433", priority: 1)
    let root = EstateBuilder.id("networkManagers", "root")
    lab.add(
      root, JSONObject([("networkManagerScopes", ["managementGroups": ["/providers/Microsoft.Management/x"]])]))
    lab.networkGroup("all", ["hub"], manager: root)
    lab.adminConfiguration("top", for: "all", manager: root)
    lab.adminRule("top", "fromAbove", 900, "Inbound", "AlwaysAllow", "Tcp", ports: ["1433"], manager: root)
    let verdict = try Self.inbound(lab, 1433)
    #expect(verdict.decidingRule?.name == "fromAbove")
    #expect(verdict.word == "allow")
    // What the higher one merely allows isn't asked of the lower one, but of the groups.
    lab.adminRule("top", "fromAbove", 900, "Inbound", "Allow", "Tcp", ports: ["1433"], manager: root)
    #expect(try Self.inbound(lab, 1433).decidingRule?.name == "AllowSQL")
  }

  @Test("Of a manager's several configurations only the deployed one counts, and until that is told nothing is known")
  func deployments() throws {
    var lab = Self.lab("Deny", "1433")
    lab.adminConfiguration("other", for: "all")
    #expect(try Self.inbound(lab, 1433).word == "unknown")
    func deployed(_ configuration: String) -> JSONValue {
      let id = "\(EstateBuilder.manager)/securityAdminConfigurations/\(configuration)"
      return [
        "value": [
          [
            "region": "West Europe", "deploymentStatus": "Deployed", "deploymentType": "SecurityAdmin",
            "configurationIds": [.string(id)],
          ]
        ]
      ]
    }
    var first = lab
    first.observe(EstateBuilder.manager, "listDeploymentStatus", deployed("config"))
    #expect(try Self.inbound(first, 1433).word == "deny")
    lab.observe(EstateBuilder.manager, "listDeploymentStatus", deployed("other"))
    #expect(try Self.inbound(lab, 1433).word == "allow")
  }

  @Test(
    "Networks with services that manage filters are left out unless the configuration says so (D-102)",
    arguments: [
      ("None", "Deny", "allow"), ("AllowRulesOnly", "Deny", "allow"), ("All", "Deny", "deny"),
      ("AllowRulesOnly", "AlwaysAllow", "allow"),
    ])
  func intentPolicies(policy: String, access: String, word: String) throws {
    var lab = Self.lab(access, "1433")
    lab.adminConfiguration("config", for: "all", intentPolicies: policy)
    lab.set(
      EstateBuilder.subnet("hub/web"), "delegations",
      [["name": "d", "properties": ["serviceName": "Microsoft.Sql/managedInstances"]]])
    let verdict = try Self.inbound(lab, 1433)
    #expect(verdict.word == word)
    #expect((verdict.decidingRule?.isAdmin == true) == (policy != "None" && word == "deny" || access == "AlwaysAllow"))
  }

  @Test("Bastion's subnet and private endpoints are left out (D-102)")
  func places() throws {
    var lab = Self.lab("Deny", "443")
    lab.add(EstateBuilder.subnet("hub/AzureBastionSubnet"), JSONObject([("addressPrefix", "10.0.8.0/24")]))
    lab.endpoint("pe", in: "hub/web", "10.0.0.9")
    var (evaluator, estate) = try FilterLab.evaluator(lab)
    let bastion = estate.subnetIndex(ResourceID(EstateBuilder.subnet("hub/AzureBastionSubnet"))) ?? -1
    let inside = try FilterLab.flow(FilterLab.far, to: "10.0.8.4", 443)
    #expect(evaluator.verdict(inside, .inbound, at: .subnet(bastion)).word == "noFilters")
    let endpoint = try FilterLab.flow(FilterLab.far, to: "10.0.0.9", 443)
    #expect(evaluator.verdict(endpoint, .inbound, at: .privateEndpoint(0)).word == "noFilters")
    let web = estate.subnetIndex(ResourceID(EstateBuilder.subnet("hub/web"))) ?? -1
    #expect(evaluator.verdict(endpoint, .inbound, at: .subnet(web)).word == "deny")
  }
}
