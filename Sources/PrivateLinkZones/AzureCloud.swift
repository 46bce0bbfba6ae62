/// One of Azure's clouds, by the name that `az cloud list` gives it.
public enum AzureCloud: String, Sendable, Hashable, CaseIterable {
  case commercial = "AzureCloud"
  case government = "AzureUSGovernment"
  case china = "AzureChinaCloud"

  /// The cloud that a region is of, by its name (`usgovvirginia`, `China East 2`); commercial for others.
  public init(location: String?) {
    let folded = (location ?? "").filter { $0 != " " }.lowercased()
    self =
      folded.hasPrefix("usgov") || folded.hasPrefix("usdod")
      ? .government
      : folded.hasPrefix("china") ? .china : .commercial
  }
}
