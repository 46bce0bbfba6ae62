public import HybridConnectivity

/// The tables of both paths at two times.
public struct TableChange<Content: Sendable>: Sendable {
  public let from: PathPair<ObservationSeries<Content>>
  public let to: PathPair<ObservationSeries<Content>>

  public init(from: PathPair<ObservationSeries<Content>>, to: PathPair<ObservationSeries<Content>>) {
    self.from = from
    self.to = to
  }
}
