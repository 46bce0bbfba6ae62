internal import IPAddressing
internal import Routing
internal import TerminalText

/// A route's prefixes in a table's cell.
enum PrefixList {
  /// Service endpoints and tags have hundreds; a screen shows so many.
  static let shownOnScreen = 4

  /// All prefixes, or on a screen the first few and the number of the others; a tag whose prefixes are unknown by name.
  static func text(_ route: EffectiveRoute, for terminal: Terminal) -> String {
    guard !route.addressPrefixes.isEmpty else { return route.serviceTag.map { "\($0) (unknown prefixes)" } ?? "" }
    let shown = terminal.width == nil ? route.addressPrefixes[...] : route.addressPrefixes.prefix(shownOnScreen)
    let hidden = route.addressPrefixes.count - shown.count
    return shown.map(\.description).joined(separator: ", ") + (hidden > 0 ? " and \(hidden) more" : "")
  }
}
