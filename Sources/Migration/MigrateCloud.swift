/// A cloud of Azure, with names and URLs of its own.
public enum MigrateCloud: String, Sendable, Hashable, CaseIterable {
  case `public`
  case government
  case china
}
