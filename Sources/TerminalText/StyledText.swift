/// One line of text whose parts carry a meaning.
///
/// The text may come straight from data: control characters are escaped on the way in, so what is printed can't drive
/// the terminal.
public struct StyledText: Sendable, Hashable {
  /// A run of one style.
  struct Span: Sendable, Hashable {
    var text: String
    var style: Style
  }

  private(set) var spans: [Span]

  /// `text` in one style.
  public init(_ text: String, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(text: TerminalEscaping.escaped(text), style: style)]
  }

  /// The text without its styles, control characters escaped.
  public var plain: String { spans.count == 1 ? spans[0].text : spans.map(\.text).joined() }

  /// Whether there is no text.
  public var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  /// Columns on a terminal.
  ///
  /// - Complexity: O(length).
  public var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// Both texts, one after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    result.append(right)
    return result
  }

  mutating func append(_ other: StyledText) {
    spans += other.spans
  }

  mutating func append(blanks: Int) {
    guard blanks > 0 else { return }
    spans.append(Span(text: String(repeating: " ", count: blanks), style: .plain))
  }

  /// The text as it is sent to the terminal.
  ///
  /// - Complexity: O(length).
  public func rendered(_ colouring: Colouring) -> String {
    guard colouring == .ansi else { return plain }
    return spans.map { span in
      span.style.parameters.map { "\u{1B}[\($0)m\(span.text)\u{1B}[0m" } ?? span.text
    }.joined()
  }

  init(_ characters: some Sequence<StyledCharacter>) {
    spans = []
    for character in characters {
      if let last = spans.indices.last, spans[last].style == character.style {
        spans[last].text.append(character.character)
      } else {
        spans.append(Span(text: String(character.character), style: character.style))
      }
    }
  }

  var characters: [StyledCharacter] {
    spans.flatMap { span in span.text.map { StyledCharacter(character: $0, style: span.style) } }
  }
}

extension StyledText: ExpressibleByStringLiteral {
  /// Plain text.
  public init(stringLiteral value: String) { self.init(value) }
}
