internal import ExpressRouteFacts
internal import IPAddressing
public import JSONDocument
public import PacketCounts
public import TerminalText

/// The interpretation of a packet-count test.
public struct PacketCountReport: Report {
  private let interpretation: PacketCountInterpretation

  private static let indent = 8

  public init(_ interpretation: PacketCountInterpretation) { self.interpretation = interpretation }

  public var json: JSONValue {
    let test = interpretation.test
    var object = JSONObject([("schemaVersion", 1), ("verdict", .string(interpretation.verdict))])
    object["severity"] = interpretation.severity.map { .string($0.rawValue) } ?? .null
    object["direction"] = test.direction.map { .string($0.rawValue) } ?? .null
    object["directionInferred"] = .bool(test.isDirectionInferred)
    object["onPremisesAddress"] = test.onPremises.map { .string("\($0)") } ?? .null
    object["azureAddress"] = test.azure.map { .string("\($0)") } ?? .null
    object["port"] = test.port.map { .integer(Int64($0)) } ?? .null
    for router in EdgeRouter.allCases {
      let counts = test.counts(of: router)
      object[router.rawValue] = ["received": Self.number(counts.received), "sent": Self.number(counts.sent)]
    }
    object["readings"] = .array(interpretation.readings.map(Self.json))
    object["readingsByDirection"] = .object(
      JSONObject(
        ProbeDirection.allCases.compactMap { side in
          interpretation.byDirection[side].map { (side.rawValue, Self.json($0)) }
        }))
    object["suspectPath"] = interpretation.suspect.map { .string($0.rawValue) } ?? .null
    object["pinnedPath"] =
      interpretation.pinned.map { pinned in
        [
          "path": .string(pinned.router.rawValue), "verdict": .string(pinned.verdict),
          "meaning": .string(pinned.meaning), "nextActions": Self.list(pinned.nextActions),
        ]
      } ?? .null
    object["remarks"] = Self.list(interpretation.remarks)
    object["missing"] = Self.list(interpretation.missing)
    return .object(object)
  }

  public var sheet: Sheet {
    let rows = interpretation.readings.map { reading in
      [
        reading.verdict, reading.severity.rawValue, Self.points(reading.points), reading.owner, reading.meaning,
        reading.nextActions.joined(separator: "; "), reading.source,
      ]
    }
    return Sheet(["Verdict", "Severity", "Network Points", "Owner", "Meaning", "Next Actions", "Source"], rows)
  }

  public func text(for terminal: Terminal) -> String {
    var text = counts(terminal) + "\n"
    if let pinned = interpretation.pinned {
      text += paragraph(
        Self.styled(pinned.verdict, pinned.severity),
        "the /32 advertised over the \(pinned.router.rawValue) path alone",
        terminal)
      text += paragraph("means", pinned.meaning, terminal) + next(pinned.nextActions, terminal)
    } else if let reading = interpretation.reading {
      text += self.text(reading, terminal)
    } else {
      text += paragraph(
        Self.styled("indeterminate", nil),
        "the counts that are missing decide between \(interpretation.readings.count) readings",
        terminal)
      for reading in distinct { text += paragraph("", "\(reading.verdict): \(reading.meaning)", terminal) }
    }
    text += directions(terminal)
    if let suspect = interpretation.suspect, interpretation.pinned == nil { text += pinning(suspect, terminal) }
    for remark in interpretation.remarks { text += paragraph(StyledText("note", .dim), remark, terminal) }
    for missing in interpretation.missing { text += paragraph(StyledText("missing", .warning), missing, terminal) }
    return text
  }

  private func counts(_ terminal: Terminal) -> String {
    var table = TextTable([
      TableColumn("MSEE"), TableColumn("Received", alignment: .right), TableColumn("Sent", alignment: .right),
      TableColumn("Packets passed"),
    ])
    for router in EdgeRouter.allCases {
      let counts = interpretation.test.counts(of: router)
      let passed = counts.isComplete ? counts.possibilities.first.map(Self.words) : nil
      table.append([
        StyledText(router.rawValue, .emphasis), StyledText(counts.received.map { "\($0)" } ?? "?"),
        StyledText(counts.sent.map { "\($0)" } ?? "?"), StyledText(passed ?? "not known"),
      ])
    }
    let test = interpretation.test
    var probe = "received: from on-premises; sent: toward on-premises"
    if let onPremises = test.onPremises, let azure = test.azure {
      probe = "on-premises \(onPremises), Azure \(azure)" + (test.port.map { ", port \($0)" } ?? "")
    }
    let side: String =
      switch test.direction {
      case .fromOnPremises: "probe from on-premises"
      case .fromAzure: "probe from Azure"
      case nil: "nobody says which side ran the probe"
      }
    let inferred = test.isDirectionInferred ? " (inferred from the side of the port)" : ""
    return table.text(for: terminal) + "\n"
      + StyledText("\(probe); \(side)\(inferred)", .dim).rendered(terminal.colouring)
      + "\n"
  }

  private func text(_ reading: PacketCountReading, _ terminal: Terminal) -> String {
    let basis = reading.isDocumented ? "" : " (inferred; Microsoft's guide doesn't say)"
    return paragraph(
      Self.styled(reading.verdict, reading.severity),
      "network point\(reading.points.count == 1 ? "" : "s") \(Self.points(reading.points))\(basis)", terminal)
      + paragraph("means", reading.meaning, terminal) + paragraph("to act", reading.owner, terminal)
      + next(reading.nextActions, terminal)
  }

  private func directions(_ terminal: Terminal) -> String {
    ProbeDirection.allCases.compactMap { side in
      interpretation.byDirection[side].map { reading in
        let lead = side == .fromOnPremises ? "if the probe ran from on-premises" : "if it ran from Azure"
        return paragraph("or", "\(lead): \(reading.verdict). \(reading.meaning)", terminal)
      }
    }.joined()
  }

  /// The test for a suspected path.
  private func pinning(_ router: EdgeRouter, _ terminal: Terminal) -> String {
    let name = router.rawValue
    return paragraph(
      "test",
      "to test the \(name) path alone: advertise a /32 of on-premises that nothing else uses over its BGP session only, run"
        + " the test again with it as on-premises address, and give the result with --pinned \(name)", terminal)
  }

  private func next(_ actions: [String], _ terminal: Terminal) -> String {
    actions.enumerated().map { paragraph($0 == 0 ? "next" : "", $1, terminal) }.joined()
  }

  private func paragraph(_ label: StyledText, _ text: String, _ terminal: Terminal) -> String {
    Paragraph.text(label, StyledText(text), indent: max(Self.indent, label.width + 2), for: terminal)
  }

  private func paragraph(_ label: String, _ text: String, _ terminal: Terminal) -> String {
    paragraph(StyledText(label, .emphasis), text, terminal)
  }

  /// One reading of each verdict that the numbers allow.
  private var distinct: [PacketCountReading] {
    var seen: Set<String> = []
    return interpretation.readings.filter { seen.insert($0.verdict).inserted }
  }

  private static func styled(_ verdict: String, _ severity: ReadingSeverity?) -> StyledText {
    switch severity {
    case .ok: StyledText(verdict, .success)
    case .info: StyledText(verdict, .emphasis)
    case .warning, nil: StyledText(verdict, .warning)
    case .error: StyledText(verdict, .error)
    }
  }

  private static func words(_ passed: PassedPackets) -> String {
    switch (passed.received, passed.sent) {
    case (true, true): "both ways"
    case (true, false): "from on-premises alone"
    case (false, true): "toward on-premises alone"
    case (false, false): "none"
    }
  }

  private static func points(_ points: [NetworkPoint]) -> String {
    points.map { "\($0.rawValue)" }.joined(separator: ", ")
  }

  private static func json(_ reading: PacketCountReading) -> JSONValue {
    [
      "verdict": .string(reading.verdict), "severity": .string(reading.severity.rawValue),
      "networkPoints": .array(reading.points.map { .integer(Int64($0.rawValue)) }), "owner": .string(reading.owner),
      "meaning": .string(reading.meaning), "nextActions": list(reading.nextActions), "source": .string(reading.source),
    ]
  }

  private static func number(_ count: UInt64?) -> JSONValue { count.map { .integer(Int64(clamping: $0)) } ?? .null }

  private static func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
