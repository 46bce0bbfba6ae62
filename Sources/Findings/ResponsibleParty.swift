/// Who can change what is wrong.
public enum ResponsibleParty: String, Sendable, Hashable, CaseIterable {
  /// The customer: the configuration in Azure, or routers of their own.
  case customer
  /// The connectivity provider of an ExpressRoute circuit.
  case provider
  /// Microsoft: a support request.
  case microsoft
}
