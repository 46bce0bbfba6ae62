internal import AzureResources
internal import CommandLineParsing

/// Which way a flow goes, as the command line spells it.
enum FlowDirection: String, Sendable, CaseIterable, ArgumentValue {
  case inbound
  case outbound

  static var argumentPlaceholder: String { "DIRECTION" }

  var direction: TrafficDirection { self == .inbound ? .inbound : .outbound }
}
