internal import AzureResources
internal import CircuitVerification
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// The guide's chain of network points as a graph in Graphviz's DOT language: both paths beside each other, the fault in
/// red.
///
/// The same verification gives the same text. No name from the snapshot is ever an identifier in it.
struct CircuitChainGraph {
  private let result: CircuitVerification

  init(_ result: CircuitVerification) { self.result = result }

  var dot: String {
    let chain = result.chain
    // Points 1, 6 and 7 are there once; those between them once a path.
    let between = chain.points.filter { (.customerEdge ... .microsoftEdge).contains($0) }
    var lines = [
      "digraph circuit {", "  rankdir=LR; nodesep=0.5; ranksep=0.4; fontname=\"Helvetica\"; labelloc=t; labeljust=l;",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"\(GraphColour.subnet)\", color=\"\(GraphColour.line)\", fontname=\"Helvetica\"];",
      "  edge [arrowhead=none, color=\"\(GraphColour.line)\"];", "  label=<\(GraphMarkup.table(heading))>;",
    ]
    for point in [NetworkPoint.customerCompute, .gateway, .azureCompute] {
      lines.append("  \(node(point, "n\(point.rawValue)", worst(point)))")
    }
    for path in DevicePath.allCases {
      for point in between {
        lines.append("  \(node(point, name(point, path), chain.state(point, on: path)))")
      }
      let names = ["n1"] + between.map { name($0, path) } + ["n6"]
      let states = [NetworkPointChain.State.unseen] + between.map { chain.state($0, on: path) } + [worst(.gateway)]
      for (place, pair) in zip(names, names.dropFirst()).enumerated() {
        let state = max(states[place], states[place + 1])
        let label = place == 0 ? ", label=\"\(path.rawValue)\", fontname=\"Helvetica\", fontsize=10" : ""
        lines.append("  \(pair.0) -> \(pair.1) [color=\"\(colour(state))\"\(style(state))\(label)];")
      }
    }
    lines.append("  n6 -> n7;")
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let cause = result.cause
    let title =
      "\(result.verification.verdict.rawValue.uppercased()): circuit \(result.verification.resource.name)"
    return [GraphMarkup.text(title, colour: GraphColour.text, size: 14, bold: true, columns: 100)]
      + (cause.map {
        [GraphMarkup.text("\($0.check.code.rawValue): \($0.check.summary)", colour: GraphColour.error, columns: 100)]
      } ?? [])
  }

  private func name(_ point: NetworkPoint, _ path: DevicePath) -> String { "\(path.rawValue)\(point.rawValue)" }

  private func worst(_ point: NetworkPoint) -> NetworkPointChain.State {
    max(result.chain.state(point, on: .primary), result.chain.state(point, on: .secondary))
  }

  private func node(_ point: NetworkPoint, _ name: String, _ state: NetworkPointChain.State) -> String {
    let label = GraphMarkup.table([
      GraphMarkup.text("\(point.rawValue) \(state.mark)", colour: colour(state), size: 14, bold: true),
      GraphMarkup.text(point.name, colour: GraphColour.dim, size: 9, columns: 16),
    ])
    let pen = state >= .suspect ? ", penwidth=2" : ""
    return "\(name) [label=<\(label)>, color=\"\(colour(state))\"\(pen)];"
  }

  private func colour(_ state: NetworkPointChain.State) -> String {
    switch state {
    case .unseen: GraphColour.dim
    case .healthy: GraphColour.back
    case .unknown: GraphColour.warning
    case .suspect, .broken: GraphColour.error
    }
  }

  private func style(_ state: NetworkPointChain.State) -> String {
    switch state {
    case .suspect, .broken: ", style=\"bold,dashed\""
    case .unknown: ", style=dotted"
    case .unseen, .healthy: ""
    }
  }
}
