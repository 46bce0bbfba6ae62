internal import CommandLineParsing

/// The options that say which resources are meant.
struct ScopeOptions: SharedOptions {
  static let title = "Resource options"

  @Option(
    "Only resources of this group", short: "g", placeholder: "GROUP", completion: NameCompletion.resourceGroups)
  var resourceGroup: String?
  @Option("Only resources of this subscription", placeholder: "ID", completion: NameCompletion.subscriptions)
  var subscription: String?
  @Option(
    "An ID instead of the name; @- reads IDs from standard input, one a line, @FILE from a file", placeholder: "ID")
  var ids: [String]
}
