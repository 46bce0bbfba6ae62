internal import AzureResources

extension ResourceKind {
  /// What people call a resource of the kind: its type's last word in the singular, `route table`.
  var noun: String {
    switch self {
    case .virtualMachine, .scaleSetVirtualMachine: return "virtual machine"
    case .networkInterface, .scaleSetNetworkInterface: return "NIC"
    case .publicIPAddress: return "public IP address"
    case .azureFirewall: return "firewall"
    default: break
    }
    guard let plural = typeName?.split(separator: "/").last else { return "resource" }
    let singular = plural.hasSuffix("s") ? plural.dropLast() : plural
    return singular.reduce(into: "") { words, letter in
      words += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
    }
  }

  /// The noun with its article.
  var article: String { (noun.first.map { "aeio".contains($0) } ?? false ? "an " : "a ") + noun }

  /// The kinds in words: `virtual machine, NIC or subnet`.
  static func nouns(_ kinds: Set<ResourceKind>) -> String {
    var seen: Set<String> = []
    let words = kinds.sorted { $0.rawValue < $1.rawValue }.map(\.noun).filter { seen.insert($0).inserted }
    guard words.count > 1, let last = words.last else { return words.first ?? "resource" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
