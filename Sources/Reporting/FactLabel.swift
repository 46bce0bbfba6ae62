/// The name of a fact as people read it.
enum FactLabel {
  private static let abbreviations = [
    "asn": "ASN", "bgp": "BGP", "dns": "DNS", "id": "ID", "ids": "IDs", "ip": "IP", "ips": "IPs", "nat": "NAT",
    "sku": "SKU", "vlan": "VLAN", "wan": "WAN",
  ]

  /// `virtualNetwork` becomes `Virtual network`, `privateIPAddresses` becomes `Private IP addresses`.
  static func text(_ key: String) -> String {
    let joined = words(key).map { abbreviations[$0] ?? $0 }.joined(separator: " ")
    return joined.prefix(1).uppercased() + joined.dropFirst()
  }

  /// The words of a name in camel case, in lower case. A run of capitals is one word up to the last of them, which
  /// begins the next.
  private static func words(_ key: String) -> [String] {
    let characters = Array(key)
    var words: [String] = []
    for (index, character) in characters.enumerated() {
      let afterSmall = index > 0 && !characters[index - 1].isUppercase
      let beforeSmall = index + 1 < characters.count && characters[index + 1].isLowercase
      let startsWord = index == 0 || character.isUppercase && (afterSmall || beforeSmall)
      if startsWord { words.append("") }
      words[words.count - 1] += character.lowercased()
    }
    return words
  }
}
