public import IPAddressing
public import JSONDocument
public import Migration
public import TerminalText

/// Lines of a hosts file.
public struct HostsFileReport: Report {
  private let entries: [(name: String, addresses: [IPAddress])]
  private let cloud: MigrateCloud

  /// A report of names with their addresses.
  public init(_ entries: [(name: String, addresses: [IPAddress])], in cloud: MigrateCloud) {
    self.entries = entries
    self.cloud = cloud
  }

  private var lines: [[String]] {
    HostsFile.lines(entries, in: cloud).map { $0.split(separator: "\t").map(String.init) }
  }

  public var json: JSONValue {
    [
      "schemaVersion": 1,
      "hosts": .array(lines.map { ["address": .string($0[0]), "name": .string($0[1])] }),
    ]
  }

  public var sheet: Sheet { Sheet(["Address", "Name"], lines) }

  public func text(for terminal: Terminal) -> String {
    "# Azure Migrate private endpoints; for testing only: remove these lines afterwards.\n"
      + lines.map { "\(TerminalEscaping.escaped($0[0]))\t\(TerminalEscaping.escaped($0[1]))\n" }.joined()
  }
}
