internal import AzureResources
internal import Diagnosis
internal import Filtering
internal import Findings
internal import IPAddressing
internal import JSONDocument

/// What a remedy opens, as JSON.
enum OpeningJSON {
  static func value(_ opening: Opening) -> JSONValue {
    [
      "summary": .string(OpeningText.sentences(opening).joined(separator: "; ")),
      "flows": .array(opening.flows.map(flows)), "routes": .array(opening.routes.map(routes)),
      "subnetPairs": [
        "count": .integer(Int64(opening.pairs.count)), "compared": .integer(Int64(opening.pairs.compared)),
        "isComplete": .bool(opening.pairs.isComplete),
        "first": .array(
          opening.pairs.first.map { ["from": .string($0.from.text), "to": .string($0.to.text)] }),
      ],
    ]
  }

  private static func flows(_ flows: Opening.Flows) -> JSONValue {
    [
      "groupId": .string(flows.group.text), "direction": .string(flows.direction.rawValue),
      "places": .array(flows.places.map { .string($0.text) }), "networkInterfaces": .integer(Int64(flows.interfaces)),
      "isComplete": .bool(flows.isComplete),
      "flows": .array(
        flows.boxes.map { box in
          [
            "protocols": .array(OpeningText.transports(box).map { .string($0) }),
            "sources": .array(box.sources.prefixes.map { .string("\($0)") }),
            "sourcePorts": .string("\(box.sourcePorts)"),
            "destinations": .array(box.destinations.prefixes.map { .string("\($0)") }),
            "destinationPorts": .string("\(box.destinationPorts)"),
          ]
        }),
    ]
  }

  private static func routes(_ routes: Opening.Routes) -> JSONValue {
    [
      "subnetId": .string(routes.subnet.text),
      "destinations": .array(routes.destinations.prefixes.map { .string("\($0)") }),
      "networkInterfaces": .integer(Int64(routes.interfaces)),
    ]
  }
}
