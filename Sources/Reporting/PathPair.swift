/// The same thing of both paths of a circuit.
public struct PathPair<Element: Sendable>: Sendable {
  public let primary: Element
  public let secondary: Element

  public init(primary: Element, secondary: Element) {
    self.primary = primary
    self.secondary = secondary
  }
}
