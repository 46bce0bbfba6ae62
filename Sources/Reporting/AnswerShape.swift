/// How the answers for several resources are put together in JSON.
public enum AnswerShape: Sendable, Hashable {
  /// The answer itself where there is one, else an object with the answers under the resources' ids.
  case bareIfSingle
  /// Always under the resources' ids: for lists whose length nobody knows beforehand.
  case keyed
}
