public import ExpressRouteFacts
internal import Findings
public import HybridConnectivity

/// How each network point stands, on each path.
public struct NetworkPointChain: Sendable, Hashable {
  public enum State: String, Sendable, Hashable, Comparable {
    /// The snapshot can't tell, and nothing was looked at.
    case unseen
    case healthy
    /// What would tell is missing.
    case unknown
    /// One of several points at fault.
    case suspect
    /// The point at fault.
    case broken

    /// From what says least to what says most.
    public static func < (left: State, right: State) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .unseen: 0
      case .healthy: 1
      case .unknown: 2
      case .suspect: 3
      case .broken: 4
      }
    }
  }

  private var states: [DevicePath: [NetworkPoint: State]] = [:]
  /// The points that there are: Direct has no 3 and 4.
  public let points: [NetworkPoint]

  init(_ findings: [CircuitFinding], _ model: ConnectivityModel) {
    points = NetworkPoint.allCases.filter { model != .direct || ($0 != .providerEdge && $0 != .providerMicrosoftEdge) }
    let cause = findings.first { $0.check.status == .fail }
    // What fails behind a path's first fault may follow from it: the first alone says where the path breaks.
    var broken: Set<DevicePath> = []
    for finding in findings {
      let state: State
      switch finding.check.status {
      case .pass: state = .healthy
      case .unknown: state = .unknown
      case .fail: state = finding == cause && finding.points.count == 1 ? .broken : .suspect
      case .warning, .skipped: continue
      }
      for path in finding.path.map({ [$0] }) ?? DevicePath.allCases {
        if finding.check.status == .fail, !finding.points.isEmpty, !broken.insert(path).inserted { continue }
        for point in finding.points where points.contains(point) {
          states[path, default: [:]][point] = max(state, states[path]?[point] ?? .unseen)
        }
      }
    }
  }

  public func state(_ point: NetworkPoint, on path: DevicePath) -> State { states[path]?[point] ?? .unseen }
}
