/// Which rule a rule is: its id, or the group and the name that make up its id.
///
/// Hundreds of thousands of rules are read, and few of them are ever named: an id of its own for each would cost more
/// than all else of it.
enum SecurityRuleIdentity: Sendable {
  case written(ResourceID)
  /// The rule `name` in a list of a group, whose id is the group's, the list's and the name.
  case member(of: ResourceID, List, name: String)

  /// The lists of a group.
  enum List: Sendable {
    case own
    case defaults

    var type: String {
      switch self {
      case .own: "securityRules"
      case .defaults: "defaultSecurityRules"
      }
    }
  }

  /// - Complexity: O(length) for the member of a group, whose id is made now.
  var id: ResourceID {
    switch self {
    case .written(let id): return id
    case .member(let group, let list, let name):
      guard let id = group.child(list.type, name) else { preconditionFailure("a rule whose id is none: \(name)") }
      return id
    }
  }

  var name: Substring {
    switch self {
    case .written(let id): id.name
    case .member(_, _, let name): name[...]
    }
  }
}

extension SecurityRuleIdentity: Hashable {
  /// Whether the ids are equal, without making them where both are members.
  static func == (left: SecurityRuleIdentity, right: SecurityRuleIdentity) -> Bool {
    guard case .member(let group, let list, let name) = left, case .member(let other, let otherList, let same) = right
    else { return left.id == right.id }
    return list == otherList && group == other
      && (name == same || name.utf8.elementsEqual(same.utf8) { FoldedHash.fold($0) == FoldedHash.fold($1) })
  }

  /// Equal rules may spell their ids in either form, and in any case of letters: the length is what both have.
  func hash(into hasher: inout Hasher) { hasher.combine(name.utf8.count) }
}
