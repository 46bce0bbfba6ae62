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
    guard let list = (json ?? properties)[key] else { return [] }
    var children: [Child] = []
    for element in list.elements {
      guard let id = element.id ?? element["name"]?.string.flatMap({ owner.child(type, $0) }) else {
        note(key, "an element has neither id nor name")
        continue
      }
      var reader = ResourceReader(element, owner: id)
      if let child = body(element, id, &reader) { children.append(child) }
      issues += reader.issues
    }
    return children
  }

  /// The prefixes under any of `keys`, each a text or a list of texts; repeated prefixes count once.
  mutating func prefixes(_ keys: StaticString..., in json: JSONCursor? = nil) -> [IPPrefix] {
    var found: [IPPrefix] = []
    for key in keys {
      guard let value = (json ?? properties)[key] else { continue }
      for text in value.texts {
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
      return prefixes("addressPrefixes", in: space)
    }
    return nil
  }

  /// The addresses under `key`, a text or a list of texts.
  mutating func addresses(_ key: StaticString, in json: JSONCursor? = nil) -> [IPAddress] {
    guard let value = (json ?? properties)[key] else { return [] }
    return value.texts.compactMap { address($0, key) }
  }

  /// The address under `key`; nil where it is absent, empty or malformed.
  mutating func address(_ key: StaticString, in json: JSONCursor? = nil) -> IPAddress? {
    guard let text = (json ?? properties)[key]?.string, !text.isEmpty else { return nil }
    return address(text, key)
  }

  private mutating func address(_ text: String, _ key: StaticString) -> IPAddress? {
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
    guard let text = (json ?? properties)[key]?.string, !text.isEmpty else { return nil }
    let folded = text.lowercased()
    if let known = Choice.allCases.first(where: { $0.rawValue.lowercased() == folded }) { return known }
    note(key, "\"\(text)\" is not a value that Azimuth knows")
    return nil
  }
}
