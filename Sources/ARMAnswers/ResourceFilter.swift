internal import AzureResources
internal import JSONDocument

/// A `$filter` of a resource list: equalities joined with `and`.
struct ResourceFilter {
  private enum Field: String {
    case resourcetype, resourcegroup, name, location
  }

  private let terms: [(field: Field, value: String)]

  /// - Throws: `ARMError` for a filter that isn't of this form.
  init(_ text: String) throws(ARMError) {
    var terms: [(Field, String)] = []
    var rest = Self.trim(text[...])
    while !rest.isEmpty {
      guard let term = Self.takeTerm(&rest) else { throw .invalidFilter(text) }
      terms.append(term)
      if rest.isEmpty { break }
      guard Self.takeWord(&rest)?.matches("and") == true, !rest.isEmpty else { throw .invalidFilter(text) }
    }
    self.terms = terms
  }

  /// Whether the part of the filter that an id decides lets it through.
  func admits(_ id: ResourceID) -> Bool {
    terms.allSatisfy { field, value in
      switch field {
      case .resourcetype: ResourceLists.isOfType(id, value)
      case .resourcegroup: id.resourceGroup?.matches(value) == true
      case .name: id.name.matches(value)
      case .location: true
      }
    }
  }

  /// Whether the part of the filter that needs the resource lets it through.
  func admits(_ json: JSONValue) -> Bool {
    terms.allSatisfy { field, value in
      guard field == .location else { return true }
      // Azure takes a region's name and its display name alike.
      let region = json["location"]?.text?.filter { $0 != " " } ?? ""
      return region.matches(value.filter { $0 != " " })
    }
  }

  /// `field eq 'value'`; a quote inside the value is doubled.
  private static func takeTerm(_ rest: inout Substring) -> (Field, String)? {
    guard let word = takeWord(&rest), let field = Field(rawValue: word.lowercased()),
      takeWord(&rest)?.matches("eq") == true, rest.first == "'"
    else { return nil }
    rest.removeFirst()
    var value = ""
    while let character = rest.popFirst() {
      guard character == "'" else {
        value.append(character)
        continue
      }
      guard rest.first == "'" else {
        rest = trim(rest)
        return (field, value)
      }
      value.append(rest.removeFirst())
    }
    return nil
  }

  private static func takeWord(_ rest: inout Substring) -> Substring? {
    let word = rest.prefix { $0 != " " && $0 != "'" }
    rest = trim(rest.dropFirst(word.count))
    return word.isEmpty ? nil : word
  }

  private static func trim(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
