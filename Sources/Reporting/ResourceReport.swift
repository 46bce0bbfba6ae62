public import AzureResources
public import JSONDocument
public import TerminalText

/// What resources are and what they are attached to.
public struct ResourceReport: Report {
  private let entries: [Entry]
  private let shape: AnswerShape

  private struct Entry: Sendable {
    let id: ResourceID
    let facts: ResourceFacts
  }

  /// A report of these resources.
  public init(_ resources: [(id: ResourceID, facts: ResourceFacts)], shape: AnswerShape = .bareIfSingle) {
    entries = resources.map { Entry(id: $0.id, facts: $0.facts) }
    self.shape = shape
  }

  public var json: JSONValue { shape.json(entries, id: \.id) { .object($0.facts.object) } }

  /// A row a fact; a list is one cell, a table in the facts is compact JSON.
  public var sheet: Sheet {
    Sheet(
      ["Resource", "Property", "Value"],
      entries.flatMap { entry in
        entry.facts.object.members.map { [entry.id.text, $0.key, FactText.cell($0.value)] }
      })
  }

  public func text(for terminal: Terminal) -> String {
    entries.map { FactText.text($0.facts.object, for: terminal) }.joined(separator: "\n")
  }
}
