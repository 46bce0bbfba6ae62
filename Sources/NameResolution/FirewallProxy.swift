internal import AzureResources
internal import Estate
internal import JSONDocument

/// A firewall's DNS settings: its policy's, inherited ones among them, or its own where it has no policy.
struct FirewallProxy {
  private(set) var isOn = false
  /// The servers that it asks; empty for Azure's own.
  private(set) var servers: [String] = []
  /// The policy that says so.
  private(set) var policy: ResourceID?

  /// - Complexity: O(size of the policies' text).
  init(_ estate: Estate, firewall: Int) {
    let resource = estate.azureFirewalls[firewall]
    var next = resource.firewallPolicy
    var seen: Set<ResourceID> = []
    while let id = next, seen.insert(id).inserted, let json = estate.json(id) {
      let properties = json["properties"] ?? json
      if let settings = properties["dnsSettings"], settings != .null {
        isOn = settings["enableProxy"]?.flag ?? false
        servers = settings["servers"]?.elements?.compactMap(\.text) ?? []
        policy = id
        return
      }
      next = properties["basePolicy"]?["id"]?.text.flatMap { ResourceID($0) }
    }
    let json = estate.json(resource.id)
    let own = (json?["properties"] ?? json)?["additionalProperties"]
    isOn = own?["Network.DNS.EnableProxy"]?.text?.lowercased() == "true"
    servers = own?["Network.DNS.Servers"]?.text?.split(separator: ",").map { String($0.filter { $0 != " " }) } ?? []
  }
}
