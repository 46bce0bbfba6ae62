/// Why a description of names can't be read.
public struct DeclaredNamesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The place in the document, such as `servers[0].forwarders[1].to`.
  public let place: String
  public let problem: String

  public var description: String { "\(place): \(problem)" }
}
