/// What a program tells the one that started it.
public struct ExitCode: RawRepresentable, Sendable, Hashable {
  /// 0 to 255.
  public let rawValue: Int32

  /// A code of the program's own.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Asked and answered.
  public static let success = ExitCode(rawValue: 0)
  /// The command line is wrong.
  public static let usage = ExitCode(rawValue: 2)
}
