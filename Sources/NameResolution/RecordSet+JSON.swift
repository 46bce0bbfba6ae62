internal import JSONDocument

extension RecordSet {
  /// A record set of ARM's shape, private or public; nil for other types and sets without records.
  init?(_ json: JSONValue, type: some StringProtocol) {
    guard let type = RecordType(rawValue: type.uppercased()) else { return nil }
    let properties = json["properties"] ?? json
    let values: [String]
    switch type {
    case .address:
      values =
        (properties["aRecords"] ?? properties["ARecords"])?.elements?.compactMap { $0["ipv4Address"]?.text } ?? []
    case .addressIPv6: values = properties["aaaaRecords"]?.elements?.compactMap { $0["ipv6Address"]?.text } ?? []
    case .alias: values = properties["cnameRecord"]?["cname"]?.text.map { [$0] } ?? []
    }
    guard !values.isEmpty else { return nil }
    self.init(type, values, timeToLive: (properties["ttl"] ?? properties["TTL"])?.whole)
  }
}

extension JSONValue {
  /// The value of a whole number, written as one or as text.
  var whole: Int? {
    switch self {
    case .integer(let number): Int(exactly: number)
    case .string(let text): Int(text)
    default: nil
    }
  }
}
