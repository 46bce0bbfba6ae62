/// Puts the other list's resources in the place of those with their ids, and what is new at the end. Ids to be replaced
/// that the other list lacks go.
struct Replacement: ListRule {
  let ids: Set<ResourceID>

  func combine<Element>(_ list: inout [Element], with other: [Element], id: (Element) -> ResourceID) {
    // Most lists hold none of the few: they stay shared with the batch they came from.
    let places = list.indices.filter { ids.contains(id(list[$0])) }
    guard !places.isEmpty || !other.isEmpty else { return }
    var replacements: [ResourceID: Element] = [:]
    for element in other { replacements[id(element)] = element }
    var gone: [Int] = []
    for place in places {
      if let element = replacements.removeValue(forKey: id(list[place])) {
        list[place] = element
      } else {
        gone.append(place)
      }
    }
    for place in gone.reversed() { list.remove(at: place) }
    list += other.filter { replacements[id($0)] != nil }
  }
}
