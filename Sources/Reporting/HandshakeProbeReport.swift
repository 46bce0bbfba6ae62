public import JSONDocument
public import Probing
internal import TLSHandshakes
public import TerminalText

/// What TLS servers showed.
public struct HandshakeProbeReport: Report {
  private let results: [TLSResult]

  public init(_ results: [TLSResult]) { self.results = results }

  public var json: JSONValue { ["schemaVersion": 1, "results": .array(results.map(\.json))] }

  public var sheet: Sheet {
    Sheet(
      [
        "Host", "Port", "Address", "Server Name", "Outcome", "Version", "Subject", "Names", "Issuer", "Valid From",
        "Valid Until", "Error",
      ],
      results.map { result in
        let certificate = result.handshake?.certificate
        return [
          result.target.host, "\(result.target.port)", result.address.map { "\($0.address)" } ?? "",
          result.serverName, result.code, result.handshake?.version ?? "", certificate?.subject ?? "",
          certificate?.names.joined(separator: " ") ?? "", certificate?.issuer ?? "",
          Self.time(certificate?.validFrom), Self.time(certificate?.validUntil), result.fault ?? "",
        ]
      })
  }

  public func text(for terminal: Terminal) -> String {
    results.enumerated().map { ($0.offset > 0 ? "\n" : "") + Self.text($0.element, terminal) }.joined()
  }

  private static func text(_ result: TLSResult, _ terminal: Terminal) -> String {
    let via = result.proxy.map { " through \($0)" } ?? ""
    let place = result.address.map { result.proxy == nil ? " at \($0)" : via } ?? via
    var heading = StyledText("\(result.target)", .emphasis) + StyledText(place, .dim)
    heading = heading + StyledText("  ") + StyledText(verdict(result), result.outcome == .trusted ? .success : .error)
    var text = heading.rendered(terminal.colouring) + "\n"
    var rows: [(String, String)] = []
    if let handshake = result.handshake {
      let times = [result.connectTime, result.handshakeTime].compactMap { $0?.millisecondText }.joined(separator: " + ")
      rows.append(("Agreed", "\(handshake.version), \(handshake.cipher), in \(times) (connection + handshake)"))
      rows.append(("Asked for", result.serverName))
      if let certificate = handshake.certificate {
        rows.append(("Names", certificate.names.isEmpty ? "none" : certificate.names.joined(separator: ", ")))
        rows.append(("Subject", certificate.subject))
        rows.append(("Issuer", certificate.issuer))
        rows.append(("Valid", "\(time(certificate.validFrom)) to \(time(certificate.validUntil))"))
        rows.append(("SHA-256", certificate.fingerprint))
      }
    }
    if let fault = result.fault { rows.append(("Fault", fault)) }
    for (label, value) in rows {
      let style: Style = label == "Fault" ? .error : .plain
      text += Paragraph.text(StyledText(label, .dim), StyledText(value, style), indent: 11, for: terminal)
    }
    return text
  }

  private static func verdict(_ result: TLSResult) -> String {
    switch result.outcome {
    case .trusted: "trusted, and for this name"
    case .untrusted: "not trusted"
    case .nameMismatch: "for another name"
    case .noConnection: "no connection"
    case .noHandshake: "no handshake"
    }
  }

  private static func time(_ seconds: Int64?) -> String { seconds.map { UTCTime.text($0) } ?? "" }
}
