import Glibc

/// A tenant of one's own for machines without a generator: a hub with a gateway, spokes with route tables, NICs, and
/// pairs to ask for.
enum SmallTenant {
  private static let root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"
  private static let spokes = 64
  private static let interfacesOfSpoke = 32

  static func write(to tenant: Tenant) throws {
    mkdir(tenant.folder, 0o755)
    mkdir("\(tenant.folder)/flat", 0o755)
    let spokes = (0..<spokes).flatMap { [network($0), routeTable($0)] + interfaces($0) }
    try write("[\n" + (hub() + spokes).joined(separator: ",\n") + "\n]\n", to: tenant.resources)
    try write(#"{"\#(root)/virtualNetworkGateways/gw": {"value": [\#(learned())]}}"# + "\n", to: tenant.snapshot[0])
    try write(
      #"{"values": [{"name": "Storage", "properties": {"addressPrefixes": ["20.33.0.0/16"]}}]}"#, to: tenant.snapshot[1]
    )
    try writePairs(1_000_000, to: tenant.pairs)
  }

  private static func hub() -> [String] {
    let peerings = (0..<spokes).map {
      peering(to: "spoke\($0)", space: "10.\($0 + 1).0.0/16", #""allowGatewayTransit": true"#)
    }
    return [
      """
      {"id": "\(root)/virtualNetworks/hub", "location": "westus", "properties": {"addressSpace": {"addressPrefixes":
        ["10.0.0.0/16"]}, "subnets": [{"name": "GatewaySubnet", "properties": {"addressPrefix": "10.0.0.0/24"}}],
        "virtualNetworkPeerings": [\(peerings.joined(separator: ", "))]}}
      """,
      """
      {"id": "\(root)/virtualNetworkGateways/gw", "properties": {"gatewayType": "ExpressRoute", "ipConfigurations":
        [{"name": "d", "properties": {"subnet": {"id": "\(root)/virtualNetworks/hub/subnets/GatewaySubnet"}}}]}}
      """,
    ]
  }

  private static func network(_ spoke: Int) -> String {
    let hub = peering(to: "hub", space: "10.0.0.0/16", #""useRemoteGateways": true"#)
    return """
      {"id": "\(root)/virtualNetworks/spoke\(spoke)", "location": "westus", "properties": {"addressSpace":
        {"addressPrefixes": ["10.\(spoke + 1).0.0/16"]}, "subnets": [{"name": "a", "properties": {"addressPrefix":
        "10.\(spoke + 1).0.0/24", "routeTable": {"id": "\(root)/routeTables/rt\(spoke)"}}}],
        "virtualNetworkPeerings": [\(hub)]}}
      """
  }

  private static func peering(to remote: String, space: String, _ flag: String) -> String {
    """
    {"name": "to-\(remote)", "properties": {"peeringState": "Connected", \(flag), "remoteVirtualNetwork":
      {"id": "\(root)/virtualNetworks/\(remote)"}, "remoteAddressSpace": {"addressPrefixes": ["\(space)"]}}}
    """
  }

  private static func routeTable(_ spoke: Int) -> String {
    let routes = (0..<20).map { route in
      """
      {"name": "r\(route)", "properties": {"addressPrefix": "10.\((spoke * 20 + route) % 250).0.0/16",
        "nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.0.0.68"}}
      """
    }
    return
      #"{"id": "\#(root)/routeTables/rt\#(spoke)", "properties": {"routes": [\#(routes.joined(separator: ", "))]}}"#
  }

  private static func interfaces(_ spoke: Int) -> [String] {
    (0..<interfacesOfSpoke).map { (number: Int) -> String in
      """
      {"id": "\(root)/networkInterfaces/nic-\(spoke)-\(number)", "properties": {"ipConfigurations": [{"name": "c",
        "properties": {"privateIPAddress": "10.\(spoke + 1).0.\(number + 4)", "subnet":
        {"id": "\(root)/virtualNetworks/spoke\(spoke)/subnets/a"}}}]}}
      """
    }
  }

  private static func learned() -> String {
    (0..<2000).map {
      #"{"network": "172.\#(16 + $0 / 256).\#($0 % 256).0/24", "nextHop": "192.0.2.1", "origin": "EBgp"}"#
    }.joined(separator: ",\n")
  }

  /// Random NICs to addresses of networks, sites and everything else.
  private static func writePairs(_ count: Int, to path: String) throws {
    var random = SystemRandomNumberGenerator()
    var words = [UInt32(count)]
    for _ in 0..<count {
      words.append(.random(in: 0..<UInt32(spokes * interfacesOfSpoke), using: &random))
      let bits = UInt32.random(in: 0...(.max), using: &random)
      words.append([bits >> 8 | 10 << 24, bits >> 12 | 0xac1 << 20, bits][Int(bits % 3)])
    }
    try words.withUnsafeBytes { try write($0, to: path) }
  }

  private static func write(_ text: String, to path: String) throws {
    try Array(text.utf8).withUnsafeBytes { try write($0, to: path) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count, let base = bytes.baseAddress {
      let count = Glibc.write(descriptor, base + done, bytes.count - done)
      guard count > 0 else { throw FileError(path: path, code: errno) }
      done += count
    }
  }
}
