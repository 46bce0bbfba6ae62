public import JSONDocument
public import TerminalText

/// An answer that is JSON by nature: every form but YAML prints it as that.
public struct JSONReport: Report {
  public let json: JSONValue

  /// A report of this value.
  public init(_ json: JSONValue) { self.json = json }

  /// The value as one cell.
  public var sheet: Sheet { Sheet(["JSON"], [[JSONWriter.text(json, layout: .compact)]]) }

  public func rendered(as format: OutputFormat, for terminal: Terminal) -> String {
    switch format {
    case .table, .json, .csv, .tsv: text(for: terminal)
    case .yaml: YAMLWriter.text(json)
    case .none, .svg: ""
    }
  }

  public func text(for terminal: Terminal) -> String { JSONWriter.text(json) + "\n" }
}
