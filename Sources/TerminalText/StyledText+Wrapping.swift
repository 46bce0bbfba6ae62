extension StyledText {
  /// The text in lines of at most `width` columns, broken at the last of the best places that fit, else in a
  /// word's middle. Spaces at a break are dropped; nothing else is. Empty text is one empty line.
  ///
  /// - Complexity: O(length).
  public func wrapped(to width: Int, at places: BreakPlaces = .spacesAndSeparators) -> [StyledText] {
    if self.width <= width { return [self] }
    let characters = self.characters
    var lines: [StyledText] = []
    var rest = characters[...]
    while !rest.isEmpty {
      let line = Self.firstLine(of: rest, width: width, places: places)
      lines.append(StyledText(Self.trimmed(line)))
      rest = rest[line.endIndex...].drop { $0.character == " " }
    }
    return lines
  }

  /// The text itself where it fits, else its beginning and `…`.
  ///
  /// - Complexity: O(length).
  public func cut(to width: Int) -> StyledText {
    if self.width <= width { return self }
    var room = width - 1
    let kept = characters.prefix { character in
      room -= character.width
      return room >= 0
    }
    return StyledText(kept + [StyledCharacter(character: "…", style: kept.last?.style ?? .plain)])
  }

  private static func firstLine(
    of characters: ArraySlice<StyledCharacter>, width: Int, places: BreakPlaces
  ) -> ArraySlice<StyledCharacter> {
    var used = 0
    var end = characters.startIndex
    var poorBreak: Int?
    var goodBreak: Int?
    while end < characters.endIndex {
      used += characters[end].width
      if used > width { break }
      end += 1
      switch places.quality(after: characters[end - 1].character) {
      case .none: break
      case .poor: poorBreak = end
      case .good: goodBreak = end
      }
    }
    if end == characters.endIndex || characters[end].character == " " { return characters[..<end] }
    return characters[..<(goodBreak ?? poorBreak ?? max(end, characters.startIndex + 1))]
  }

  private static func trimmed(_ line: ArraySlice<StyledCharacter>) -> ArraySlice<StyledCharacter> {
    guard let last = line.lastIndex(where: { $0.character != " " }) else { return [] }
    return line[...last]
  }
}
