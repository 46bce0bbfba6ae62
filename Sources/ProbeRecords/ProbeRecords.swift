internal import AzureResources
public import Estate
internal import JSONDocument

/// The probes that a snapshot holds.
public struct ProbeRecords: Sendable, Hashable {
  /// The newest last.
  public private(set) var names: [ObservedName] = []
  public private(set) var connections: [ObservedConnection] = []
  public private(set) var handshakes: [ObservedHandshake] = []

  public init() {}

  /// Those of an estate's observations.
  ///
  /// - Complexity: O(observations), and O(size) of those that are probes.
  public init(_ estate: Estate) {
    for observation in estate.observations where observation.method == ProbeRecord.method {
      guard let kind = ProbeRecord.Kind.allCases.first(where: { observation.path.hasPrefix($0.prefix) }),
        let json = estate.text.value(at: observation.source), let response = json["response"]
      else { continue }
      let asker = json["body"]?["from"]?.text
      let time = observation.observedAt
      switch kind {
      case .dns: names += ObservedName(response, asker: asker, observedAt: time).map { [$0] } ?? []
      case .tcp: connections += ObservedConnection(response, asker: asker, observedAt: time).map { [$0] } ?? []
      case .tls: handshakes += ObservedHandshake(response, asker: asker, observedAt: time).map { [$0] } ?? []
      }
    }
    // Times of one form sort as text.
    names.sort { ($0.observedAt ?? "") < ($1.observedAt ?? "") }
    connections.sort { ($0.observedAt ?? "") < ($1.observedAt ?? "") }
    handshakes.sort { ($0.observedAt ?? "") < ($1.observedAt ?? "") }
  }

  /// These and others.
  public func adding(
    names: [ObservedName] = [], connections: [ObservedConnection] = [], handshakes: [ObservedHandshake] = []
  ) -> ProbeRecords {
    var all = self
    all.names += names
    all.connections += connections
    all.handshakes += handshakes
    return all
  }
}
