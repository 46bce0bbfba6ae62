internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import Reporting

/// What a command was asked about: one name, or the IDs of `--ids`.
struct TargetList {
  let texts: [String]
  /// How the answers are put together in JSON: a list read from elsewhere has no length that the caller knows.
  let shape: AnswerShape

  /// - Throws: `UsageError` unless there is exactly one of name and IDs.
  init(name: String?, argument: String, _ scope: ScopeOptions, _ session: Session) throws {
    let ids = scope.ids
    if let name {
      guard ids.isEmpty else { throw UsageError("both \(argument) '\(name)' and --ids are given; one is enough") }
      texts = [name]
      shape = .bareIfSingle
      return
    }
    guard !ids.isEmpty else { throw UsageError("argument '\(argument)' is missing; --ids can take its place") }
    var texts: [String] = []
    for id in ids { texts += try Self.expand(id, session) }
    guard !texts.isEmpty else { throw CommandError(message: "the list of IDs is empty") }
    self.texts = texts
    shape = ids.count > 1 || ids[0].hasPrefix("@") ? .keyed : .bareIfSingle
  }

  /// The resources that are meant.
  func resolve(
    in estate: Estate, _ scope: ScopeOptions, among kinds: Set<ResourceKind>
  ) throws(CommandError) -> [ResourceID] {
    let resolver = TargetResolver(
      estate, scope: ResourceScope(resourceGroup: scope.resourceGroup, subscription: scope.subscription))
    var found: [ResourceID] = []
    for text in texts { found.append(try resolver.resolve(text, among: kinds)) }
    return found
  }

  private static func expand(_ id: String, _ session: Session) throws -> [String] {
    guard id.hasPrefix("@") else { return [id] }
    let path = String(id.dropFirst())
    if path == "-" { return try session.inputLines() }
    guard let bytes = StandardInput.bytes(ofFile: path) else {
      throw CommandError(message: "\(path): the list of IDs can't be read")
    }
    return Session.lines(bytes)
  }
}
