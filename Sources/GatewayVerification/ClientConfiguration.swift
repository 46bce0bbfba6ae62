public import IPAddressing
internal import JSONDocument
internal import HybridConnectivity

/// How a gateway takes single clients (point-to-site).
public struct ClientConfiguration: Sendable, Hashable {
  public let pools: [IPPrefix]
  /// `IkeV2`, `SSTP`, `OpenVPN`, in lower case; empty where the configuration leaves it to Azure.
  public let protocols: Set<String>
  /// `certificate`, `radius`, `aad`, in lower case; empty where the configuration doesn't say.
  public let authenticationTypes: Set<String>
  public let rootCertificates: Int
  public let hasRADIUS: Bool
  /// Whether tenant, audience and issuer of Microsoft Entra ID are all there.
  public let hasEntra: Bool

  /// nil where there is no pool: no client can connect, and nobody meant them to.
  init?(_ json: JSONValue) {
    guard json.members != nil else { return nil }
    pools = (json["vpnClientAddressPool"] ?? .null).texts("addressPrefixes").compactMap {
      try? IPPrefix($0, hostBits: .masked)
    }
    guard !pools.isEmpty else { return nil }
    protocols = Set(json.texts("vpnClientProtocols").map { $0.lowercased() })
    authenticationTypes = Set(json.texts("vpnAuthenticationTypes").map { $0.lowercased() })
    rootCertificates = json.list("vpnClientRootCertificates").count
    hasRADIUS = json.text("radiusServerAddress") != nil || !json.list("radiusServers").isEmpty
    hasEntra = ["aadTenant", "aadAudience", "aadIssuer"].allSatisfy { json.text($0) != nil }
  }
}
