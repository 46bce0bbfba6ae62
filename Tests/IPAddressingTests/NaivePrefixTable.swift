import IPAddressing

/// What a table of prefixes means: a list that is looked through from end to end.
struct NaivePrefixTable<Address: InternetAddress> {
  private(set) var entries: [PrefixMatch<Address>] = []

  init(_ given: [(prefix: Prefix<Address>, value: UInt32)]) {
    for (prefix, value) in given {
      entries.removeAll { $0.prefix == prefix }
      entries.append(PrefixMatch(prefix: prefix, value: value))
    }
    entries.sort { $0.prefix < $1.prefix }
  }

  func matches(_ address: Address) -> [PrefixMatch<Address>] {
    longestFirst(entries.filter { ($0.prefix.first...$0.prefix.last).contains(address) })
  }

  func covering(_ prefix: Prefix<Address>) -> [PrefixMatch<Address>] {
    longestFirst(entries.filter { $0.prefix.first <= prefix.first && prefix.last <= $0.prefix.last })
  }

  func covered(by prefix: Prefix<Address>) -> [PrefixMatch<Address>] {
    entries.filter { prefix.first <= $0.prefix.first && $0.prefix.last <= prefix.last }
  }

  private func longestFirst(_ entries: [PrefixMatch<Address>]) -> [PrefixMatch<Address>] {
    entries.sorted { $0.prefix.length > $1.prefix.length }
  }
}
