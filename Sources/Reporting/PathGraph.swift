internal import AzureResources
internal import Diagnosis
internal import Findings
internal import PathAnalysis
internal import TerminalText

/// A diagnosis as a graph in Graphviz's DOT language: networks as frames around their subnets, stations in them, the
/// way there solid, the way back dashed, and the place where a way stops in red.
///
/// The same diagnosis gives the same text. No name from the snapshot is ever an identifier in it.
struct PathGraph {
  /// A way, and how it is drawn.
  private enum Way: String {
    case there = "→"
    case back = "←"
  }

  private struct Edge {
    let from: Int
    let to: Int
    let way: Way
    let number: Int
  }

  /// A network with its subnets, each with the stations in it.
  private struct Frame {
    let network: ResourceID
    var subnets: [(id: ResourceID, stations: [Int])] = []
  }

  private let title: [String]
  private var stations: [GraphStation] = []
  private var indices: [GraphStation.Key: Int] = [:]
  private var edges: [Edge] = []

  init(_ diagnosis: Diagnosis) {
    let asked = diagnosis.question
    let port = asked.port.map { " \($0)" } ?? ""
    title = [
      "\(diagnosis.verdict.rawValue.uppercased()): \(EndpointText.words(diagnosis.source, asked.source)) to"
        + " \(EndpointText.words(diagnosis.destination, asked.destination)),"
        + " \(asked.transport.rawValue.uppercased())\(port)",
      diagnosis.cause.map { "\($0.code.rawValue): \($0.summary)" },
    ].compactMap { $0 }
    add(diagnosis.forward, .there)
    if let back = diagnosis.wayBack { add(back, .back) }
  }

  private mutating func add(_ trace: Trace, _ way: Way) {
    var previous: Int?
    for (number, hop) in trace.hops.enumerated() {
      let index = index(of: hop)
      stations[index].notes += Station(hop).notes(for: Self.room).map { "\(way.rawValue) \($0.plain)" }
      if let previous { edges.append(Edge(from: previous, to: index, way: way, number: number)) }
      previous = index
    }
    if let previous, trace.outcome != .delivered, stations[previous].end == nil {
      stations[previous].end = trace.outcome
    }
  }

  /// As much of a long list as a screen shows.
  private static let room = Terminal(device: .screen(columns: GraphMarkup.columns), environment: [:], colour: .never)

  private mutating func index(of hop: Hop) -> Int {
    let key = GraphStation.Key(hop)
    if let known = indices[key] { return known }
    indices[key] = stations.count
    stations.append(GraphStation(hop))
    return stations.count - 1
  }

  /// The graph's text.
  ///
  /// - Complexity: O(stations).
  var dot: String {
    let (frames, outside) = framed
    var lines = ["digraph path {"] + Self.defaults
    lines.append(
      "  label=<\(GraphMarkup.table(heading))>;")
    for (number, frame) in frames.enumerated() { lines += text(frame, number) }
    lines += outside.map { "  \(node($0))" }
    lines += edges.map { "  \(text($0))" }
    for (index, station) in stations.enumerated() { lines += end(station, index).map { "  \($0)" } }
    return (lines + ["}"]).map { $0 + "\n" }.joined()
  }

  private static let font = "fontname=\"Helvetica,Arial,sans-serif\""
  private static let defaults = [
    "  graph [rankdir=LR, labelloc=t, labeljust=l, pad=0.3, nodesep=0.4, ranksep=0.6, \(font), fontsize=11];",
    "  node [shape=box, style=\"rounded,filled\", fillcolor=white, color=\"\(GraphColour.line)\", \(font), fontsize=11];",
    "  edge [\(font), fontsize=9, color=\"\(GraphColour.line)\"];",
  ]

  /// The verdict, its cause, and what the lines mean.
  private var heading: [String] {
    title.map { GraphMarkup.text($0, colour: GraphColour.text, columns: 100) }
      + [GraphMarkup.text("solid: the way there; dashed: the way back", colour: GraphColour.dim, size: 9)]
  }

  /// The stations by network and subnet in the order in which the paths meet them, and those outside any.
  private var framed: (frames: [Frame], outside: [Int]) {
    var frames: [Frame] = []
    var outside: [Int] = []
    for (index, station) in stations.enumerated() {
      guard let subnet = station.hop.subnet, let network = subnet.parent else {
        outside.append(index)
        continue
      }
      let frame = frames.firstIndex { $0.network == network } ?? frames.count
      if frame == frames.count { frames.append(Frame(network: network)) }
      if let place = frames[frame].subnets.firstIndex(where: { $0.id == subnet }) {
        frames[frame].subnets[place].stations.append(index)
      } else {
        frames[frame].subnets.append((subnet, [index]))
      }
    }
    return (frames, outside)
  }

  private func text(_ frame: Frame, _ number: Int) -> [String] {
    let name = GraphMarkup.text(String(frame.network.name), colour: GraphColour.text, bold: true)
    var lines = [
      "  subgraph cluster_\(number) {",
      "    label=<\(name)>; style=filled; fillcolor=\"\(GraphColour.network)\"; color=\"\(GraphColour.networkLine)\";",
    ]
    for (position, subnet) in frame.subnets.enumerated() {
      let label = GraphMarkup.text(String(subnet.id.name), colour: GraphColour.dim, size: 10)
      lines.append("    subgraph cluster_\(number)_\(position) {")
      lines.append("      label=<\(label)>; fillcolor=\"\(GraphColour.subnet)\";")
      lines += subnet.stations.map { "      \(node($0))" }
      lines.append("    }")
    }
    return lines + ["  }"]
  }

  private func node(_ index: Int) -> String {
    let station = stations[index]
    let mark = station.end == nil ? "" : ", color=\"\(station.colour)\", penwidth=2"
    return "n\(index) [label=<\(station.label)>\(mark)];"
  }

  private func text(_ edge: Edge) -> String {
    guard edge.way == .back else { return "n\(edge.from) -> n\(edge.to) [label=\"\(edge.number)\"];" }
    // Turned round with its arrow, so that the layout has both ways run alongside each other.
    let colour = GraphColour.back
    return "n\(edge.to) -> n\(edge.from) [dir=back, label=\"\(edge.number)\", style=dashed, color=\"\(colour)\","
      + " fontcolor=\"\(colour)\"];"
  }

  /// The mark where a way ends that isn't delivered, with the reason.
  private func end(_ station: GraphStation, _ index: Int) -> [String] {
    let (mark, words): (String, String)
    switch station.end {
    case .dropped(let reason): (mark, words) = ("✗", reason.words)
    case .unknown: (mark, words) = ("?", "unknown from here on")
    case .delivered, nil: return []
    }
    let label = GraphMarkup.table([
      GraphMarkup.text(mark, colour: station.colour, size: 18, bold: true),
      GraphMarkup.text(words, colour: station.colour),
    ])
    return [
      "end\(index) [shape=plain, style=\"\", label=<\(label)>];",
      "n\(index) -> end\(index) [color=\"\(station.colour)\", arrowhead=none, style=bold];",
    ]
  }
}
