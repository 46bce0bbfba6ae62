/// Why a pasted text can't be used: what is wrong, where, and how to get one that can.
///
/// A text is never guessed at: what was cut off or wrapped is refused.
public struct OperatorTextError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file as the user named it; `-` is standard input.
  public let name: String
  /// The line, from 1; nil where the whole text is meant.
  public let line: Int?
  /// What is wrong, without a full stop.
  public let problem: String
  /// What to do, as a sentence.
  public let remedy: String

  public init(_ name: String, line: Int? = nil, _ problem: String, remedy: String = OperatorTextError.printAgain) {
    self.name = name
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String { "\(name):" + (line.map { "\($0):" } ?? "") + " \(problem)" }

  /// How PowerShell prints a table whole.
  public static let printAgain =
    "Print it whole: `... | ConvertTo-Json -Depth 10`, `... | Format-List`, or `... | Format-Table -AutoSize |"
    + " Out-String -Width 4096`."

  /// How to say what a text is about.
  public static let nameIt =
    "Give the text of one circuit's tables as Azure's commands print them: Get-AzExpressRouteCircuitARPTable,"
    + " Get-AzExpressRouteCircuitRouteTable, az network express-route list-arp-tables and their like."
}
