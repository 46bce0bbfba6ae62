public import JSONDocument

/// Machines, appliances, load balancers, firewalls, private endpoints and public addresses.
extension EstateBuilder {
  public static func machine(_ name: String) -> String { id("Microsoft.Compute/virtualMachines", name) }
  public static func nic(_ name: String) -> String { id("networkInterfaces", "\(name)-nic") }
  public static func balancer(_ name: String) -> String { id("loadBalancers", name) }
  public static func firewall(_ name: String) -> String { id("azureFirewalls", name) }
  public static func endpoint(_ name: String) -> String { id("privateEndpoints", name) }
  public static func publicAddress(_ name: String) -> String { id("publicIPAddresses", name) }

  /// A running machine with one NIC; `forwards` makes it an appliance.
  public mutating func machine(_ name: String, in subnet: String, _ address: String, forwards: Bool = false) {
    add(
      Self.machine(name), JSONObject([("networkProfile", ["networkInterfaces": [Self.reference(Self.nic(name))]])]))
    power(name, "running")
    add(
      Self.nic(name),
      JSONObject([
        ("enableIPForwarding", .bool(forwards)), ("virtualMachine", Self.reference(Self.machine(name))),
      ]))
    configure(name, in: subnet, address)
  }

  /// Writes the NIC's only configuration.
  public mutating func configure(
    _ name: String, in subnet: String, _ address: String, public publicAddress: String? = nil,
    pools: [String] = [], applicationGroups: [String] = []
  ) {
    var properties = JSONObject([
      ("privateIPAddress", .string(address)), ("subnet", Self.reference(Self.subnet(subnet))), ("primary", true),
    ])
    if let publicAddress { properties["publicIPAddress"] = Self.reference(Self.publicAddress(publicAddress)) }
    if !pools.isEmpty { properties["loadBalancerBackendAddressPools"] = .array(pools.map { Self.reference($0) }) }
    if !applicationGroups.isEmpty {
      properties["applicationSecurityGroups"] = .array(
        applicationGroups.map { Self.reference(Self.applicationGroup($0)) })
    }
    set(Self.nic(name), "ipConfigurations", [["name": "ipconfig1", "properties": .object(properties)]])
  }

  public mutating func power(_ machine: String, _ state: String?) {
    let statuses = state.map { JSONValue.array([["code": .string("PowerState/\($0)")]]) } ?? []
    set(Self.machine(machine), "instanceView", ["statuses": statuses])
  }

  /// A public address: a Basic one, which is open without a network security group, or of another SKU.
  public mutating func publicAddress(_ name: String, _ address: String, sku: String? = "Basic") {
    add(
      Self.publicAddress(name), JSONObject([("ipAddress", .string(address))]),
      sku.map { [("sku", ["name": .string($0)])] } ?? [])
  }

  public static func pool(_ balancer: String) -> String { "\(Self.balancer(balancer))/backendAddressPools/pool" }

  /// An internal load balancer. Without a port it has an HA ports rule.
  public mutating func balancer(_ name: String, in subnet: String, _ address: String, port: Int? = nil) {
    let front: JSONValue = ["privateIPAddress": .string(address), "subnet": Self.reference(Self.subnet(subnet))]
    balancer(name, front, port)
  }

  /// A public load balancer.
  public mutating func balancer(_ name: String, public address: String, port: Int) {
    balancer(name, ["publicIPAddress": Self.reference(Self.publicAddress(address))], port)
  }

  /// The inbound NAT rule of a load balancer: a port of its front end, or a range of them, leads to port 22.
  public mutating func inboundNATRule(of balancer: String, _ properties: JSONObject) {
    let id = Self.balancer(balancer)
    var all = properties
    all["frontendIPConfiguration"] = Self.reference("\(id)/frontendIPConfigurations/front")
    all["protocol"] = "Tcp"
    all["backendPort"] = 22
    set(id, "inboundNatRules", [["name": "ssh", "properties": .object(all)]])
  }

  private mutating func balancer(_ name: String, _ front: JSONValue, _ port: Int?) {
    let id = Self.balancer(name)
    let rule: JSONValue = [
      "frontendIPConfiguration": Self.reference("\(id)/frontendIPConfigurations/front"),
      "backendAddressPool": Self.reference(Self.pool(name)), "protocol": port == nil ? "All" : "Tcp",
      "frontendPort": .integer(Int64(port ?? 0)), "backendPort": .integer(Int64(port ?? 0)),
    ]
    add(
      id,
      JSONObject([
        ("frontendIPConfigurations", [["name": "front", "properties": front]]),
        ("backendAddressPools", [["name": "pool", "properties": [:]]]),
        ("loadBalancingRules", [["name": "rule", "properties": rule]]),
      ]))
  }

  public mutating func firewall(_ name: String, in network: String, _ address: String) {
    let properties: JSONValue = [
      "privateIPAddress": .string(address),
      "subnet": Self.reference(Self.subnet("\(network)/AzureFirewallSubnet")),
    ]
    add(Self.firewall(name), JSONObject([("ipConfigurations", [["name": "front", "properties": properties]])]))
  }

  public mutating func endpoint(_ name: String, in subnet: String, _ address: String) {
    add(
      Self.endpoint(name),
      JSONObject([
        ("subnet", Self.reference(Self.subnet(subnet))),
        ("ipConfigurations", [["name": "ip", "properties": ["privateIPAddress": .string(address)]]]),
      ]))
  }
}
