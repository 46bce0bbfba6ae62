public import JSONDocument
public import TerminalText

/// An answer that is JSON by nature: every form but YAML prints it as that.
public struct JSONReport: Report {
  public let json: JSONValue

  /// A report of this value.
  public init(_ json: JSONValue) { self.json = json }

  /// The value as one cell.
  public var sheet: Sheet { Sheet(["JSON"], [[JSONWriter.text(json, layout: .compact)]]) }

  public func text(for terminal: Terminal) -> String { JSONWriter.text(json) + "\n" }
}
