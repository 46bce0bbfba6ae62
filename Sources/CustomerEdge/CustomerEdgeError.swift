public import JSONReading

/// Why a text says nothing of a customer edge.
public enum CustomerEdgeError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case tooLarge(limitInBytes: Int)
  case json(JSONSyntaxError)
  /// JSON, but none of the answers that are known.
  case unknownJSON(keys: [String])
  /// Text in which no line is known. The first line is quoted.
  case unknownText(firstLine: String)

  public var description: String {
    switch self {
    case .empty: "the file is empty"
    case .tooLarge(let limit): "the file is larger than \(limit >> 20) MiB: no router's table is"
    case .json(let error): "\(error)"
    case .unknownJSON(let keys):
      "JSON that is none of a router's known tables"
        + (keys.isEmpty ? "" : " (its keys are \(keys.joined(separator: ", ")))")
    case .unknownText(let line): "no line is known from a router's configuration or tables; the first is \"\(line)\""
    }
  }

  /// What to do.
  public var remedy: String {
    "Give what the router prints, whole: FRR `vtysh -c 'show bgp summary json'`, `show bgp ipv4 unicast json`,"
      + " `show running-config`, `ip -j neigh`; Cisco `show running-config`, `show ip bgp summary`, `show arp`;"
      + " Junos `show configuration | display set`, `show bgp summary`, `show arp`."
  }
}
