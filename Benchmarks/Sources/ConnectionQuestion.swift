import Diagnosis

/// A connection to ask about.
struct ConnectionQuestion {
  let question: Question
  let kind: ConnectionQuestions.Kind
}
