internal import JSONReading

/// Whether a machine runs.
public enum PowerState: String, Sendable, Hashable, CaseIterable {
  case running
  case starting
  case stopping
  case stopped
  case deallocating
  case deallocated

  /// Reads the state from wherever the tools put it: an instance view's status (`PowerState/running`), Resource
  /// Graph's `extended.instanceView.powerState.code`, or the display text of `az vm list -d` (`VM running`) and of
  /// PowerShell.
  init?(_ json: JSONCursor) {
    let properties = json.properties
    let views = [properties["instanceView"], properties["extended"]?["instanceView"], json["instanceView"], json]
    var texts: [String] = []
    for view in views.compactMap({ $0 }) {
      texts += view["statuses"]?.elements.compactMap { $0["code"]?.string } ?? []
      texts += [view["powerState"]?["code"]?.string, view["powerState"]?.string].compactMap { $0 }
    }
    for text in texts {
      let folded = text.lowercased()
      for prefix in ["powerstate/", "vm "] where folded.hasPrefix(prefix) {
        guard let state = PowerState(rawValue: String(folded.dropFirst(prefix.count))) else { continue }
        self = state
        return
      }
    }
    return nil
  }
}
