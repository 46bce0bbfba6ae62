import Diagnosis
import Testing

@testable import Reporting

@Suite("Paths as graphs")
struct PathGraphTests {
  @Test("Networks are frames around their subnets, stations are in them, peerings between them")
  func frames() throws {
    let dot = PathGraph(try PathSample.diagnosis()).dot
    for (number, network) in ["app", "hub", "data"].enumerated() {
      let frame = try #require(dot.firstRange(of: "subgraph cluster_\(number) {"))
      let inner = try #require(dot.firstRange(of: "subgraph cluster_\(number)_0 {"))
      #expect(frame.lowerBound < inner.lowerBound)
      #expect(dot[frame.upperBound..<inner.lowerBound].contains("<B>\(network)</B>"))
    }
    for name in ["sender", "nva", "target", "app-hub", "hub-data", "data-hub", "hub-app"] {
      #expect(dot.split(separator: "<B>\(name)</B>").count == 2, "\(name) is there once")
    }
    #expect(dot.contains("→ 10.2.0.0/16 → VirtualAppliance"))
    #expect(dot.contains("← 10.1.0.0/16 → VirtualAppliance"))
  }

  @Test("The way there is solid, the way back dashed, both numbered")
  func ways() throws {
    let edges = PathGraph(try PathSample.diagnosis()).dot.split(separator: "\n").filter { $0.contains(" -> ") }
    #expect(
      edges.filter { !$0.contains("dashed") }.map { $0.split(separator: "[")[1] } == (1...4).map { "label=\"\($0)\"];" }
    )
    #expect(edges.count { $0.contains("dir=back") && $0.contains("style=dashed") } == 4)
  }

  @Test("Where a way stops is red, with the reason")
  func stop() throws {
    let diagnosis = try PathSample.diagnosis(forwards: false)
    let dot = PathGraph(diagnosis).dot
    #expect(dot.contains("<B>✗</B>"))
    #expect(dot.contains("nva doesn&#39;t<BR/>forward") || dot.contains("nva doesn&#39;t forward"))
    #expect(dot.contains("color=\"\(GraphColour.error)\", penwidth=2"))
    #expect(dot.contains("BLOCKED: "))
    #expect(!PathGraph(try PathSample.diagnosis()).dot.contains("✗"))
  }

  @Test("The same diagnosis gives the same bytes")
  func stable() throws {
    #expect(PathGraph(try PathSample.diagnosis()).dot == PathGraph(try PathSample.diagnosis()).dot)
  }

  /// Names that would be markup, statements or controls, were they not escaped.
  static let hostileNames = [
    "\"]; evil [label=x", "><script>alert(1)<", "<BR", "&amp;&", "\\N\\G", "\u{1B}[31m\n\u{0}",
    "\u{202E}\u{FFFF}\u{FFFE}",
    "}\u{2028}", "]]>", "'-->", String(repeating: "x", count: 300),
  ]

  @Test("A name stays text: no markup, no statement, no control comes out of it", arguments: hostileNames)
  func escaping(name: String) throws {
    let dot = PathGraph(try PathSample.diagnosis(named: name, forwards: false)).dot
    let plain = PathGraph(try PathSample.diagnosis(forwards: false)).dot
    let (own, expected) = (Self.skeleton(dot), Self.skeleton(plain))
    #expect(own.count == expected.count)
    for (line, other) in zip(own, expected) { #expect(line == other) }
    #expect(
      !dot.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0xFFFE || $0.value == 0xFFFF })
  }

  /// What is left of a graph without the texts in its labels: markup and statements, line breaks aside.
  private static func skeleton(_ dot: String) -> [String] {
    dot.split(separator: "\n").map { line in
      var left = ""
      var depth = 0
      for character in line.replacing("<BR/>", with: "") {
        if character == "<" { depth += 1 }
        // Between two tags of a label is text.
        if depth != 1 || character == "<" || character == ">" { left.append(character) }
        if character == ">" { depth -= 1 }
      }
      return left
    }
  }
}
