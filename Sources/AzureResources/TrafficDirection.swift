/// Which way traffic passes a filter, as seen from the NIC.
public enum TrafficDirection: String, Sendable, Hashable, CaseIterable {
  case inbound = "Inbound"
  case outbound = "Outbound"
}
