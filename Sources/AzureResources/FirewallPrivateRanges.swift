public import IPAddressing

/// The destinations to which a firewall keeps the source of network-rule traffic (routing semantics E-046).
public struct FirewallPrivateRanges: Sendable, Hashable {
  /// The ranges as they are set; nil for Azure's default, the private ranges of RFC 1918 and RFC 6598.
  public let stated: IPAddressSet?
  /// Whether ranges that the firewall learns from its network's routes count as well.
  public let learnsRanges: Bool
  /// Whether a range could not be read, so that `stated` may lack addresses.
  public let isIncomplete: Bool

  /// Azure's default, and what `IANAPrivateRanges` stands for.
  public static let standard = IPAddressSet(
    prefixes: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].compactMap { try? IPPrefix($0) })

  /// What holds where nobody set anything.
  public static let untouched = FirewallPrivateRanges(stated: nil, learnsRanges: false, isIncomplete: false)

  init(stated: IPAddressSet?, learnsRanges: Bool, isIncomplete: Bool) {
    self.stated = stated
    self.learnsRanges = learnsRanges
    self.isIncomplete = isIncomplete
  }

  /// Reads the ranges of a policy or, with commas between, of a classic firewall. No text at all is the default.
  init(texts: [String], learnsRanges: Bool, reader: inout ResourceReader) {
    var set = IPAddressSet()
    var isIncomplete = false
    for text in texts {
      if text.lowercased() == "ianaprivateranges" {
        set.formUnion(Self.standard)
      } else if let part = IPAddressSet(firewallText: text) {
        set.formUnion(part)
      } else {
        reader.note("privateRanges", "\"\(text)\" is neither an address nor a range")
        isIncomplete = true
      }
    }
    self.init(stated: texts.isEmpty ? nil : set, learnsRanges: learnsRanges, isIncomplete: isIncomplete)
  }

  /// The ranges that count: those that are set, or Azure's default.
  public var addresses: IPAddressSet { stated ?? Self.standard }

  /// Whether packets to `address` keep their source. `0.0.0.0/0` among the ranges means never to translate;
  /// `255.255.255.255/32` alone is no one's address, which means always to translate.
  ///
  /// - Complexity: O(log ranges).
  public func contains(_ address: IPAddress) -> Bool { addresses.contains(address) }
}
