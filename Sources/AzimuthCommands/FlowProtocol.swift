internal import AzureResources
internal import CommandLineParsing

/// A flow's protocol, as the command line spells it.
enum FlowProtocol: String, Sendable, CaseIterable, ArgumentValue {
  case tcp
  case udp
  case icmp
  case esp
  case ah
  case any

  static var argumentPlaceholder: String { "PROTOCOL" }

  var transport: SecurityRuleProtocol {
    switch self {
    case .tcp: .tcp
    case .udp: .udp
    case .icmp: .icmp
    case .esp: .esp
    case .ah: .ah
    case .any: .any
    }
  }

  /// Whether it has ports.
  var hasPorts: Bool { self == .tcp || self == .udp }
}
