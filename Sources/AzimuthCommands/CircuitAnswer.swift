internal import AzureResources
internal import CommandLineParsing
internal import HybridConnectivity
internal import Reporting

/// What a command about tables says of those that are missing, and how it ends.
struct CircuitAnswer {
  private let subject: CircuitSubject
  private let call: CircuitCall

  init(_ subject: CircuitSubject, _ call: CircuitCall) {
    self.subject = subject
    self.call = call
  }

  /// - Throws: where the circuit's configuration has no such peering, and no table says otherwise.
  func requirePeering(_ isKnown: Bool) throws(CommandError) {
    guard let circuit = subject.circuit, subject.peering == nil, !isKnown else { return }
    // A circuit that was read without its peerings says nothing.
    guard !circuit.peerings.isEmpty else { return }
    throw .noPeering(subject.type, circuit)
  }

  /// A notice for each path without a table, with the command that records one.
  func missing<Content>(_ paths: PathPair<ObservationSeries<Content>>) -> [Notice] {
    [(DevicePath.primary, paths.primary), (.secondary, paths.secondary)].compactMap { path, series in
      guard series.isMissing else { return nil }
      return Notice(
        .missing, "no \(title) of the \(path.rawValue) path is recorded",
        command: CircuitCommands.recording(call, of: subject.id, subject.type, path))
    }
  }

  /// 0 where a table is known; 4 where Azure answered with errors alone; 5 where nobody asked.
  func code<Content>(_ all: [ObservationSeries<Content>]) -> ExitCode {
    if all.contains(where: { $0.latest != nil }) { return .success }
    return all.contains { $0.failure != nil } ? .azureError : .indeterminate
  }

  private var title: String {
    switch call {
    case .arpTable: "ARP table"
    case .routeTable: "route table"
    case .routeSummary: "route table summary"
    case .statistics: "statistics"
    }
  }
}
