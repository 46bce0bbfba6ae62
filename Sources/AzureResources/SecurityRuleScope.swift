public import IPAddressing
internal import JSONReading

/// The addresses that one side of a rule covers.
public enum SecurityRuleScope: Sendable, Hashable {
  case any
  case prefixes(IPAddressSet)
  /// Service tags; with them the plain prefixes beside them.
  case serviceTags([String], IPAddressSet)
  case applicationSecurityGroups([ResourceID])
  /// The snapshot says nothing of this side, or nothing that could be read: unknown, which is neither any nor none.
  case unknown

  /// Reads the singular and the plural property, which are alternatives (routing semantics D-024).
  init(_ one: JSONCursor?, _ several: JSONCursor?, groups: [ResourceID], _ reader: inout ResourceReader) {
    guard groups.isEmpty else {
      self = .applicationSecurityGroups(groups)
      return
    }
    if several?.isEmptyList ?? true, let one, one.matches("*") {
      self = .any
      return
    }
    var prefixes: [IPPrefix] = []
    var tags: [String] = []
    var isUnreadable = false
    let texts = (one?.texts ?? []) + (several?.texts ?? [])
    for text in texts {
      if text == "*" || text.lowercased() == "any" {
        self = .any
        return
      }
      if case .serviceTag(let tag)? = RouteDestination(serviceTag: text) {
        tags.append(tag)
        continue
      }
      do throws(AddressParseError) {
        prefixes.append(try IPPrefix(text, hostBits: .masked))
      } catch {
        reader.note("addressPrefixes", "\(error)")
        isUnreadable = true
      }
    }
    let set = prefixes.count == 1 ? IPAddressSet(prefixes[0]) : IPAddressSet(prefixes: prefixes)
    self = texts.isEmpty || isUnreadable ? .unknown : tags.isEmpty ? .prefixes(set) : .serviceTags(tags, set)
  }
}
