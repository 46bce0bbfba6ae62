/// The way from a name through its aliases to its records, followed within an answer.
///
/// The order of an answer's records isn't taken for granted. A chain has at most ``limit`` aliases: resolvers give up
/// there too, and a hostile answer must not cost more.
public struct AliasChain: Sendable, Hashable {
  /// How many aliases are followed. BIND and unbound give up at 16 and 11.
  public static let limit = 16

  /// How the way ends.
  public enum End: Sendable, Hashable {
    /// At records of the type that was asked for.
    case records
    /// At a name without such records.
    case nothing
    /// At a name that the chain has been at.
    case loop
    /// At the limit, with more to follow.
    case limit
  }

  /// The aliases in order.
  public private(set) var aliases: [DNSRecord] = []
  /// The records of the last name, in the order of the answer.
  public private(set) var records: [DNSRecord] = []
  /// The last name.
  public private(set) var name: String
  public private(set) var end = End.nothing
  private var seen: Set<String>

  /// A chain that starts at `name`.
  public init(from name: String) {
    self.name = name
    seen = [name]
  }

  /// Goes on through the records of an answer. Where it ends at nothing, another answer about ``name`` may lead on.
  ///
  /// - Complexity: O(records).
  public mutating func follow(_ answers: [DNSRecord], to type: DNSRecordType) {
    let byOwner = Dictionary(grouping: answers.filter { $0.recordClass == 1 }, by: \.owner)
    end = .nothing
    while true {
      let here = byOwner[name] ?? []
      records = here.filter { $0.type == type }
      if !records.isEmpty {
        end = .records
        return
      }
      guard type != .cname, let alias = here.first(where: { $0.type == .cname }) else { return }
      guard aliases.count < Self.limit else {
        end = .limit
        return
      }
      aliases.append(alias)
      guard seen.insert(alias.value).inserted else {
        end = .loop
        return
      }
      name = alias.value
    }
  }

  /// The answer's records that the chain didn't use: of other owners, classes and types.
  public func unrelated(in answers: [DNSRecord]) -> Int {
    answers.count { record in !(record.recordClass == 1 && seen.contains(record.owner)) }
  }
}
