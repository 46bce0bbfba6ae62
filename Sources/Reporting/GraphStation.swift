internal import AzureResources
internal import IPAddressing
internal import PathAnalysis
internal import TerminalText

/// A station in a picture of both ways. What both pass is one station.
struct GraphStation {
  /// What makes stops of two paths the same station: its place and address, else its resource.
  struct Key: Hashable {
    let subnet: ResourceID?
    let address: IPAddress?
    let resource: ResourceID?
    let kind: Hop.Kind?

    init(_ hop: Hop) {
      let isPlaced = hop.subnet != nil && hop.address != nil
      let isNamed = hop.resource != nil
      subnet = isPlaced ? hop.subnet : nil
      address = isPlaced || !isNamed ? hop.address : nil
      resource = isPlaced ? nil : hop.resource
      kind = isPlaced || isNamed ? nil : hop.kind
    }
  }

  let hop: Hop
  /// What decides there on each way, in order.
  var notes: [String] = []
  /// How the path that ends here ends, if it isn't delivered.
  var end: Trace.Outcome?

  init(_ hop: Hop) { self.hop = hop }

  /// The label, as an HTML-like table.
  var label: String {
    let station = Station(hop)
    let noun = hop.kind == .source || hop.kind == .destination ? "machine" : station.noun
    let lines = [
      GraphMarkup.text(hop.resource?.kind == .subnet ? "any host" : noun, colour: GraphColour.dim, size: 9),
      station.name.map { GraphMarkup.text($0, colour: GraphColour.text, bold: true) },
      station.address.map { GraphMarkup.text($0, colour: GraphColour.text) },
    ]
    return GraphMarkup.table(
      lines.compactMap { $0 } + notes.map { GraphMarkup.text($0, colour: GraphColour.dim, size: 9) })
  }

  /// The colour of the frame.
  var colour: String {
    switch end {
    case .dropped: GraphColour.error
    case .unknown: GraphColour.warning
    case .delivered, nil: GraphColour.line
    }
  }
}
