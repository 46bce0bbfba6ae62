/// Keeps the first resource of each id.
struct FirstOfEachID: ListRule {
  func combine<Element>(_ list: inout [Element], with other: [Element], id: (Element) -> ResourceID) {
    var seen: Set<ResourceID> = []
    list.removeAll { !seen.insert(id($0)).inserted }
  }
}
