/// The members of a JSON object, in the order in which they were written.
///
/// A repeated key is kept as it came; lookups give the first. Objects here are small (an ARM resource has tens of
/// keys), so a lookup is a scan.
public struct JSONObject: Sendable, Hashable {
  /// Keys and values in order.
  public private(set) var members: [Member]

  /// One key with its value.
  public struct Member: Sendable, Hashable {
    public let key: String
    public var value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// An object with these members, or an empty one.
  public init(_ members: [(String, JSONValue)] = []) {
    self.members = members.map { Member(key: $0.0, value: $0.1) }
  }

  /// The first value under `key`, compared without regard to ASCII case. Setting replaces it in place or appends;
  /// setting nil removes it.
  ///
  /// - Complexity: O(number of keys).
  public subscript(key: String) -> JSONValue? {
    get { index(of: key).map { members[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  private func index(of key: String) -> Int? {
    if let exact = members.firstIndex(where: { $0.key == key }) { return exact }
    let folded = key.lowercased()
    return members.firstIndex { $0.key.utf8.count == folded.utf8.count && $0.key.lowercased() == folded }
  }
}
