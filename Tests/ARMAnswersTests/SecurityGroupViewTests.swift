import JSONDocument
import Testing

@testable import ARMAnswers

@Suite("securityGroupView")
struct SecurityGroupViewTests {
  let service: ARMService

  init() throws { service = ARMService(try FilteredEstate.read()) }

  private func ask(_ machine: String) -> ARMResponse {
    service.post(
      "\(FilteredEstate.watcher)/securityGroupView",
      ["targetResourceId": .string("\(FilteredEstate.machine)/\(machine)")])
  }

  @Test("Each NIC with a group is listed, with the groups of both places; one without any is left out")
  func interfaces() throws {
    let listed = try #require(ask("web").body["networkInterfaces"]?.elements)
    #expect(listed.map { $0["id"]?.text } == ["\(FilteredEstate.interface)/web-1"])
    let associations = try #require(listed.first?["securityRuleAssociations"])
    #expect(associations["networkInterfaceAssociation"]?["id"]?.text == "\(FilteredEstate.interface)/web-1")
    #expect(associations["subnetAssociation"]?["id"]?.text == "\(FilteredEstate.subnet)/Front")
    let rules = associations["subnetAssociation"]?["securityRules"]?.elements ?? []
    #expect(rules.map { $0["name"]?.text } == ["web", "no-dns"])
    #expect(
      rules.first?["id"]?.text == "\(FilteredEstate.network)/networkSecurityGroups/around/securityRules/web")
    #expect(rules.first?["properties"]?["destinationPortRange"] == "443")
    #expect(associations["defaultSecurityRules"]?.elements?.count == 6)
  }

  @Test("Effective rules have the view's own names, the older deny rules among them, the NIC's group first")
  func effectiveRules() throws {
    let associations = ask("web").body["networkInterfaces"]?.elements?.first?["securityRuleAssociations"]
    let rules = try #require(associations?["effectiveSecurityRules"]?.elements)
    let defaults = ["AllowVnetOutBound", "AllowInternetOutBound", "DenyAllOutBound"].map { "DefaultRule_\($0)" }
    let inbound = ["AllowVnetInBound", "AllowAzureLoadBalancerInBound", "DenyAllInBound"].map { "DefaultRule_\($0)" }
    #expect(
      rules.compactMap { $0["name"]?.text }
        == ["DefaultOutboundDenyAll"] + defaults + ["DefaultInboundDenyAll"] + inbound + ["UserRule_office"]
        + ["DefaultOutboundDenyAll"] + defaults + ["UserRule_no-dns", "DefaultInboundDenyAll"] + inbound
        + ["UserRule_web"])
    let web = try #require(rules.last)
    #expect(web["protocol"] == "Tcp")
    #expect(web["sourceAddressPrefix"] == "Internet")
    #expect(web["destinationAddressPrefixes"] == ["0.0.0.0/0", "0.0.0.0/0"])
    #expect(web["destinationPortRange"] == "443-443")
    #expect(web["sourcePortRanges"] == ["0-65535"])
  }

  @Test("A stopped machine is refused, unless its state doesn't count")
  func stopped() throws {
    #expect(ask("asleep").code == "NicMustBeAttachedToRunningVmToGetEffectiveSecurityGroups")
    let running = ARMService(try FilteredEstate.read(), machines: .asIfRunning)
    let answer = running.post(
      "\(FilteredEstate.watcher)/securityGroupView", ["targetResourceId": .string("\(FilteredEstate.machine)/asleep")])
    #expect(answer.body["networkInterfaces"]?.elements?.count == 1)
  }

  @Test("A body without a target, and a target that isn't there, are errors with Azure's codes")
  func errors() {
    #expect(service.post("\(FilteredEstate.watcher)/securityGroupView", [:]).code == "InvalidRequestFormat")
    #expect(ask("nobody").code == "ResourceNotFound")
  }

  @Test("A group that is attached but not in the snapshot makes the answer incomplete, not shorter")
  func missingGroup() throws {
    let lost = """
      {"id": "\(SampleEstate.network)/networkInterfaces/lone", "properties": {
        "networkSecurityGroup": {"id": "\(SampleEstate.network)/networkSecurityGroups/lost"},
        "ipConfigurations": [{"name": "one", "properties": {"privateIPAddress": "10.0.0.8",
         "subnet": {"id": "\(FilteredEstate.subnet)/Back"}}}]}},
      {"id": "\(SampleEstate.machine)/lone", "properties": {"networkProfile": {"networkInterfaces": [
        {"id": "\(SampleEstate.network)/networkInterfaces/lone"}]}}}
      """
    let service = ARMService(try SampleEstate.read(adding: lost))
    let view = service.post(
      "\(FilteredEstate.watcher)/securityGroupView", ["targetResourceId": .string("\(SampleEstate.machine)/lone")])
    #expect(view.code == "SnapshotIncomplete")
    #expect(view.message.contains("networkSecurityGroups/lost"))
    let effective = service.post("\(SampleEstate.network)/networkInterfaces/lone/effectiveNetworkSecurityGroups")
    #expect(effective.code == "SnapshotIncomplete")
  }
}
