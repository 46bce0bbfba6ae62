/// A character with its style: the grain at which lines are broken.
struct StyledCharacter: Sendable, Hashable {
  let character: Character
  let style: Style

  var width: Int { DisplayWidth.of(character) }
}
