internal import AzureResources
internal import IPAddressing

/// A rule of a DNS forwarding ruleset.
struct ForwardingRule: Sendable, Hashable {
  let id: ResourceID
  let domain: DomainName
  /// The servers to ask, in order.
  let targets: [IPAddress]
  let isEnabled: Bool
}
