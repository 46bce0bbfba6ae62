/// A shell that can be taught to complete the program's words.
public enum Shell: String, Sendable, Hashable, CaseIterable, ArgumentValue {
  case bash
  case zsh
  case fish
}
