/// One of the two links of a circuit, each with a router of Microsoft's edge of its own.
public enum DevicePath: String, Sendable, Hashable, CaseIterable, Comparable {
  case primary
  case secondary

  /// The path of this name, in any case; nil for other names.
  public init?(name: some StringProtocol) { self.init(rawValue: name.lowercased()) }

  /// The other one.
  public var other: DevicePath { self == .primary ? .secondary : .primary }

  public static func < (left: DevicePath, right: DevicePath) -> Bool { left == .primary && right == .secondary }
}
