internal import PathAnalysis
internal import TerminalText

/// The way there and the way back: side by side where the terminal is wide enough, else one under the other.
struct PathPicture {
  /// The narrowest column that two ways side by side are drawn in.
  static let narrowestColumn = 56
  private static let gap = 3

  let there: Trace
  let back: Trace?
  let terminal: Terminal

  var text: String {
    guard let back else { return Self.text(drawing(there, "There", terminal.width), terminal) }
    let column = terminal.width.map { ($0 - Self.gap) / 2 } ?? 0
    guard column >= Self.narrowestColumn else {
      return Self.text(drawing(there, "There", terminal.width), terminal) + "\n"
        + Self.text(drawing(back, "Back", terminal.width), terminal)
    }
    let (left, right) = (drawing(there, "There", column), drawing(back, "Back", column))
    return Self.text(
      (0..<max(left.count, right.count)).map { row in
        let first = row < left.count ? left[row] : ""
        guard row < right.count else { return first }
        let blanks = String(repeating: " ", count: max(0, column - first.width) + Self.gap)
        return first + StyledText(blanks) + right[row]
      }, terminal)
  }

  private func drawing(_ trace: Trace, _ heading: String, _ width: Int?) -> [StyledText] {
    PathDrawing(trace, terminal, width: width).lines(heading: heading)
  }

  private static func text(_ lines: [StyledText], _ terminal: Terminal) -> String {
    lines.map { $0.rendered(terminal.colouring) + "\n" }.joined()
  }
}
