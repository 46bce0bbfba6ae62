internal import Auditing
public import CommandLineParsing
internal import Diagnosis
public import Findings

extension CheckCode: ArgumentValue {
  /// Reads a code that an audit can find, in any case.
  public init(argument: String) throws(ArgumentValueError) {
    let known = Auditor.codes
    guard let code = known.first(where: { $0.rawValue.lowercased() == argument.lowercased() }) else {
      let near = ClosestName.nearest(to: argument, among: known.map(\.rawValue), limit: 3)
      throw ArgumentValueError(
        near.isEmpty
          ? "expected the code of an audit's check, such as AZR102" : "near to it are \(near.joined(separator: ", "))")
    }
    self = code
  }

  /// None: help would list them all, and a mistyped code is answered with those near to it.
  public static var allowedArguments: [String] { [] }

  /// `CODE`.
  public static var argumentPlaceholder: String { "CODE" }

  /// The codes that an audit can find, with their titles.
  static var completion: Completion {
    .values(Auditor.codes.map { CompletionCandidate($0.rawValue, $0.title) })
  }
}
