internal import IPAddressing
package import JSONReading

/// Reads the properties of one resource and collects what could not be read.
///
/// ARM nests a resource's properties under `properties`; `az` and PowerShell print them flattened beside `id` and
/// `name`. Both read alike, and keys are compared without regard to case.
package struct ResourceReader {
  /// The resource that issues are put down to.
  package let owner: ResourceID
  /// Where the resource's properties are.
  package let properties: JSONCursor
  package private(set) var issues: [ResourceIssue] = []

  package init(_ json: JSONCursor, owner: ResourceID) {
    self.owner = owner
    properties = json.properties
  }

  /// Notes that `property` could not be read.
  mutating func note(_ property: StaticString, _ problem: String) {
    issues.append(ResourceIssue(resource: owner, property: "\(property)", problem: problem))
  }

  /// Reads the children under `key`. A child is read with `body` and may note issues of its own.
  mutating func children<Child>(
    _ key: StaticString, type: String, in json: JSONCursor? = nil,
    _ body: (JSONCursor, ResourceID, inout ResourceReader) -> Child?
  ) -> [Child] {
    children(key, type: type, in: json, { _ in nil }, plain: body)
  }

  /// Reads the children under `key`: each with `quick`, which needs no id, or with `plain` where that gives nil.
  @inline(__always)
  mutating func children<Child>(
    _ key: StaticString, type: String, in json: JSONCursor? = nil, _ quick: (JSONCursor) -> Child?,
    plain: (JSONCursor, ResourceID, inout ResourceReader) -> Child?
  ) -> [Child] {
    guard let list = (json ?? properties)[key] else { return [] }
    if !list.isArray { note(key, "not a list") }
    var children: [Child] = []
    for element in list.elements {
      if let child = quick(element) {
        children.append(child)
        continue
      }
      guard let id = element.id ?? element["name"]?.string.flatMap({ owner.child(type, $0) }) else {
        note(key, "an element has neither id nor name")
        continue
      }
      var reader = ResourceReader(element, owner: id)
      if let child = plain(element, id, &reader) { children.append(child) }
      issues += reader.issues
    }
    return children
  }

  /// The prefixes under any of `keys`, each a text or a list of texts; repeated prefixes count once.
  mutating func prefixes(_ keys: StaticString..., in json: JSONCursor? = nil) -> [IPPrefix] {
    var found: [IPPrefix] = []
    for key in keys {
      guard let value = (json ?? properties)[key] else { continue }
      for text in texts(value, key) {
        do throws(AddressParseError) {
          let prefix = try IPPrefix(text, hostBits: .masked)
          if !found.contains(prefix) { found.append(prefix) }
        } catch {
          note(key, "\(error)")
        }
      }
    }
    return found
  }

  /// The prefixes of an `AddressSpace` under the first of `keys` that is there; nil where none is.
  mutating func addressSpace(_ keys: StaticString...) -> [IPPrefix]? {
    for key in keys {
      guard let space = properties[key] else { continue }
      if !space.isObject { note(key, "not an address space") }
      return prefixes("addressPrefixes", in: space)
    }
    return nil
  }

  /// The addresses under `key`, a text or a list of texts.
  mutating func addresses(_ key: StaticString, in json: JSONCursor? = nil) -> [IPAddress] {
    guard let value = (json ?? properties)[key] else { return [] }
    return texts(value, key).compactMap { address($0, key) }
  }

  /// The address under `key`; nil where it is absent, empty or malformed.
  mutating func address(_ key: StaticString, in json: JSONCursor? = nil) -> IPAddress? {
    guard let value = (json ?? properties)[key] else { return nil }
    guard let text = text(value, key) else { return nil }
    return address(text, key)
  }

  /// The boolean under `key`; nil where it is absent. A value of another kind is noted.
  mutating func flag(_ key: StaticString, in json: JSONCursor? = nil) -> Bool? {
    guard let value = (json ?? properties)[key] else { return nil }
    if let flag = value.bool { return flag }
    note(key, "neither true nor false")
    return nil
  }

  /// The id of the resource that the value under `key` refers to, `{"id": ...}` or the id as a text; nil where it is
  /// absent or empty. What is no id is noted.
  mutating func reference(_ key: StaticString, in json: JSONCursor? = nil) -> ResourceID? {
    (json ?? properties)[key].flatMap { reference($0, key) }
  }

  /// The ids of the resources that the list under `key` refers to. What is no id is noted.
  mutating func references(_ key: StaticString, in json: JSONCursor? = nil) -> [ResourceID] {
    guard let list = (json ?? properties)[key] else { return [] }
    if !list.isArray { note(key, "not a list") }
    return list.elements.compactMap { $0.isNull ? nil : reference($0, key) }
  }

  private mutating func reference(_ value: JSONCursor, _ key: StaticString) -> ResourceID? {
    guard let text = value.isObject ? value["id"] : value else { return nil }
    guard !text.isString || !text.utf8.isEmpty else { return nil }
    if text.isString, let id = ResourceID(utf8: text.utf8) { return id }
    note(key, text.string.map { "\"\($0.prefix(60))\" is not a resource id" } ?? "not a resource id")
    return nil
  }

  /// The texts of a value that is a text or a list of texts, without empty ones. Values of other kinds are noted.
  private mutating func texts(_ value: JSONCursor, _ key: StaticString) -> [String] {
    guard value.isArray else { return text(value, key).map { [$0] } ?? [] }
    return value.elements.compactMap { $0.isNull ? nil : text($0, key) }
  }

  private mutating func text(_ value: JSONCursor, _ key: StaticString) -> String? {
    guard let text = value.string else {
      note(key, "not a text")
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// The address that a text under `key` spells.
  mutating func address(_ text: String, _ key: StaticString) -> IPAddress? {
    do throws(AddressParseError) {
      return try IPAddress(text)
    } catch {
      note(key, "\(error)")
      return nil
    }
  }

  /// The value of an enumeration under `key`, compared without regard to case; nil where it is absent. A value that
  /// Azimuth doesn't know is noted.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: StaticString, in json: JSONCursor? = nil
  ) -> Choice? where Choice.RawValue == String {
    choice((json ?? properties)[key], key)
  }

  /// The value of an enumeration, as it was found under `key`.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: JSONCursor?, _ key: StaticString
  ) -> Choice? where Choice.RawValue == String {
    guard let value, let text = text(value, key) else { return nil }
    if let known = Choice(rawValue: text) { return known }
    let folded = text.lowercased()
    if let known = Choice.allCases.first(where: { $0.rawValue.lowercased() == folded }) { return known }
    note(key, "\"\(text)\" is not a value that Azimuth knows")
    return nil
  }
}
