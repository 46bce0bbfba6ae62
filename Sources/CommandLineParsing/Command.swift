/// A command of a program: its inputs are properties with ``Argument``, ``Option``, ``Flag`` or ``OptionGroup``.
public protocol Command: Sendable {
  /// What a run needs of the world around it: files, the clock, where to print. The program supplies it, a test
  /// supplies its own.
  associatedtype Context: Sendable
  /// The word that names the command within its group.
  static var name: String { get }
  /// What it answers, as one sentence.
  static var summary: String { get }
  /// What else there is to know. Paragraphs are parted by an empty line; a line that begins with a space stays whole.
  static var discussion: String { get }
  /// Lines worth copying; help shows them.
  static var examples: [Example] { get }

  /// A command with the defaults of its inputs.
  init()
  /// Checks what no single input can know; throws a ``UsageError`` made with ``UsageError/init(_:)``.
  func validate() throws(UsageError)
  /// Does the work. A ``UsageError`` thrown here is reported as one of the command line.
  func run(in context: Context) async throws -> ExitCode
}

extension Command {
  /// Nothing.
  public static var discussion: String { "" }
  /// None.
  public static var examples: [Example] { [] }
  /// Accepts everything.
  public func validate() throws(UsageError) {}
}
