internal import HybridConnectivity
internal import JSONDocument

/// An error as PowerShell or the Azure CLI prints it.
///
/// - Source: the guide: `Get-AzExpressRouteCircuitRouteTable : The BGP Peering AzurePublicPeering with Service Key
///   <ServiceKey> is not found.` and `StatusCode: 400`.
struct PrintedError {
  private let verb: String?
  private let code: String?
  private let message: String
  private let status: Int
  private let peering: PeeringType?
  private let line: Int
  /// How many lines it takes.
  let lineCount: Int

  /// The error that begins at the first line; nil where none does.
  init?(_ lines: ArraySlice<OperatorLine>) {
    guard let first = lines.first else { return nil }
    let text = first.text.trimmingBlanks
    var verb: String?
    var code: String?
    var message: String
    if text.lowercased().hasPrefix("get-az"), let colon = text.firstIndex(of: ":"),
      !text[..<colon].trimmingBlanks.contains(" ")
    {
      verb = text[..<colon].trimmingBlanks.lowercased()
      message = text[text.index(after: colon)...].trimmingBlanks
    } else if let parsed = Self.commandLineError(text) {
      (code, message) = parsed
    } else {
      return nil
    }
    let rest = lines.dropFirst().prefix { !$0.isBlank && OperatorCommand($0.text) == nil }
    var isMessage = true
    for line in rest {
      let text = line.text.trimmingBlanks
      isMessage =
        isMessage && !text.hasPrefix("At ") && !text.hasPrefix("+") && !text.lowercased().hasPrefix("statuscode")
        && !text.hasPrefix("Code:") && !text.hasPrefix("Message:")
      if isMessage { message += " " + text }
    }
    let all = ([first] + rest).map(\.text).joined(separator: "\n")
    status =
      Self.number(after: "StatusCode:", in: all)
      ?? (message.lowercased().contains("no matching element") || code?.contains("NotFound") == true ? 404 : 400)
    self.verb = verb
    self.code = code
    self.message = message
    peering = PeeringType.allCases.first { all.contains($0.rawValue) }
    line = first.number
    lineCount = 1 + rest.count
  }

  /// The error in ARM's shape. A command before it says what was asked, where the error itself doesn't.
  func table(after command: OperatorCommand?) -> OperatorTable {
    let json: JSONValue = [
      "error": ["code": .string(code ?? (status == 404 ? "NotFound" : "BadRequest")), "message": .string(message)],
      "status": .integer(Int64(status)), "verb": (verb ?? command?.verb).map { .string($0) } ?? .null,
      "peering": (peering ?? command?.peering).map { .string($0.rawValue) } ?? .null,
    ]
    return OperatorTable(kind: .failure, json: json, line: line, command: command)
  }

  /// `ERROR: (Code) message`, `(Code) message`.
  private static func commandLineError(_ text: String) -> (code: String?, message: String)? {
    let isMarked = text.hasPrefix("ERROR:")
    let rest = isMarked ? text.dropFirst(6).trimmingBlanks : text
    if rest.hasPrefix("("), let end = rest.firstIndex(of: ")") {
      let code = rest[rest.index(after: rest.startIndex)..<end]
      guard !code.isEmpty, code.allSatisfy({ $0.isLetter || $0.isNumber }) else { return nil }
      return (String(code), rest[rest.index(after: end)...].trimmingBlanks)
    }
    return isMarked ? (nil, rest) : nil
  }

  private static func number(after label: String, in text: String) -> Int? {
    guard let range = text.firstRange(of: label) else { return nil }
    return Int(text[range.upperBound...].drop(while: \.isWhitespace).prefix(while: \.isNumber))
  }
}
