internal import AzureResources
internal import IPAddressing

extension NameWalk {
  /// Takes the records of a name, whoever has them.
  mutating func take(
    _ sets: [RecordSet], of name: DomainName, _ origin: NameLink.Origin, _ resource: ResourceID?, _ where_: String
  ) -> Step {
    if let alias = sets.first(where: { $0.type == .alias }), let text = alias.values.first,
      let target = DomainName(text)
    {
      link(
        .record, name, "\(where_) has an alias to \(target)", origin, resource, type: .alias, value: target.text,
        timeToLive: alias.timeToLive)
      if types == [.alias] { return .done(.alias(target.text)) }
      return .follow(target)
    }
    var addresses: [IPAddress] = []
    for set in sets where types.contains(set.type) {
      for value in set.values {
        guard let address = try? IPAddress(value) else { continue }
        addresses.append(address)
        link(
          .record, name, "\(where_) has \(value)", origin, resource, type: set.type, value: value,
          timeToLive: set.timeToLive)
      }
    }
    guard addresses.isEmpty else { return .done(.addresses(addresses)) }
    let asked = types.map(\.rawValue).sorted().joined(separator: " or ")
    link(.absence, name, "\(where_) has the name, but no \(asked) record of it", origin, resource)
    return .done(.noData)
  }
}
