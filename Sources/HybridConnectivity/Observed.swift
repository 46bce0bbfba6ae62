/// One answer of Azure, with the call that it answers.
public struct Observed<Content: Sendable>: Sendable {
  public let stamp: ObservationStamp
  public let content: Content

  public init(stamp: ObservationStamp, content: Content) {
    self.stamp = stamp
    self.content = content
  }
}

extension Observed: Equatable where Content: Equatable {}
extension Observed: Hashable where Content: Hashable {}
