internal import AzureResources
internal import NameResolution
internal import TerminalText

/// The chain from a name to its address for people: a line a link, with the resource that decided it.
enum NameChainText {
  static func lines(_ answer: NameAnswer, _ terminal: Terminal) -> String {
    answer.links.map { line($0, terminal) }.joined()
  }

  private static func line(_ link: NameLink, _ terminal: Terminal) -> String {
    let place = link.resource.map { " (\(DisplayName.of($0)))" } ?? ""
    let words: StyledText
    switch link.kind {
    case .record:
      let type = link.recordType.map(\.rawValue) ?? ""
      let by = link.resource == nil ? " (public DNS)" : place
      let lifetime = link.timeToLive.map { ", \($0) s" } ?? ""
      words = StyledText("\(link.name)  \(type)  \(link.value)") + StyledText("\(lifetime)\(by)", .dim)
    case .server, .forward: words = StyledText(link.summary + place, .dim)
    case .service: words = StyledText(link.summary, .warning) + StyledText(place, .dim)
    case .absence, .failure: words = StyledText(link.summary, .error) + StyledText(place, .dim)
    case .unknown: words = StyledText("unknown: " + link.summary, .warning)
    }
    return Paragraph.text("", words, indent: 2, for: terminal)
  }
}
