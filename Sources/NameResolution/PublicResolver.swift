internal import IPAddressing

/// Resolvers that anybody may ask, and that know public DNS alone.
///
/// - Source: their operators' own pages: Google Public DNS, Cloudflare 1.1.1.1, Quad9, Cisco OpenDNS.
enum PublicResolver {
  static let addresses: Set<IPAddress> = Set(
    [
      "8.8.8.8", "8.8.4.4", "2001:4860:4860::8888", "2001:4860:4860::8844",
      "1.1.1.1", "1.0.0.1", "2606:4700:4700::1111", "2606:4700:4700::1001",
      "9.9.9.9", "149.112.112.112", "2620:fe::fe", "208.67.222.222", "208.67.220.220",
    ].compactMap { try? IPAddress($0) })
}
