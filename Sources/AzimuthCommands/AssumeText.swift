internal import AzureResources
internal import CommandLineParsing
internal import PathAnalysis

/// What a person says of an appliance: `snat=NAME` or `stateless=NAME`.
struct AssumeText {
  private enum Kind: String, CaseIterable {
    case snat
    case stateless
  }

  private let kind: Kind
  private let name: String

  /// - Throws: `UsageError` for another form.
  init(_ text: String) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty, let kind = Kind(rawValue: parts[0].lowercased()) else {
      let forms = Kind.allCases.map { "\($0.rawValue)=NAME" }.joined(separator: " or ")
      throw UsageError("'\(text)' is nothing to assume; expected \(forms)")
    }
    self.kind = kind
    name = parts[1]
  }

  /// All of what was said; names are looked up.
  static func behaviour(_ texts: [String], _ resolver: TargetResolver) throws -> DeclaredBehaviour {
    var behaviour = DeclaredBehaviour()
    for text in texts {
      let said = try AssumeText(text)
      let id = try resolver.resolve(said.name, among: [.virtualMachine, .networkInterface])
      switch said.kind {
      case .snat: behaviour.translatingSource.insert(id)
      case .stateless: behaviour.stateless.insert(id)
      }
    }
    return behaviour
  }
}
