/// Which side ran the probe of a packet-count test.
public enum ProbeDirection: String, Sendable, Hashable, CaseIterable {
  case fromOnPremises = "onprem-to-azure"
  case fromAzure = "azure-to-onprem"
}
