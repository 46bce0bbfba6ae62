/// The id of an ARM resource, parsed once.
///
/// Two ids are equal without regard to ASCII case, since ARM itself changes the case of ids from one answer to the
/// next (routing semantics A-002); the spelling that was read is kept for display.
public struct ResourceID: Sendable {
  /// The id as it was written, without a slash at its end.
  public let text: String
  /// The resource's type, as far as Azimuth knows it.
  public let kind: ResourceKind
  /// Hash of the folded text: equal ids have equal hashes.
  package let folded: UInt64
  private let subscriptionEnd: UInt16
  private let group: (start: UInt16, end: UInt16)
  /// Offset of the namespace behind the last `/providers/`; 0 where there is none.
  private let provider: UInt16

  /// Parses an id; nil for text that isn't one (it must begin with a slash and be no longer than 2,048 bytes).
  ///
  /// - Complexity: O(length).
  public init?(_ text: some StringProtocol) {
    var copy = String(text)
    while copy.utf8.count > 1, copy.utf8.last == UInt8(ascii: "/") { copy.removeLast() }
    let parsed = copy.withUTF8 { Layout($0) }
    guard let parsed else { return nil }
    self.init(text: copy, layout: parsed)
  }

  init?(utf8: UnsafeBufferPointer<UInt8>) {
    guard utf8.last != UInt8(ascii: "/") else {
      self.init(String(decoding: utf8, as: UTF8.self))
      return
    }
    guard let layout = Layout(utf8) else { return nil }
    self.init(text: String(decoding: utf8, as: UTF8.self), layout: layout)
  }

  private init(text: String, layout: Layout) {
    self.text = text
    kind = layout.kind
    folded = layout.folded
    subscriptionEnd = layout.subscriptionEnd
    group = layout.group
    provider = layout.provider
  }

  /// The subscription's id, or nil for a tenant-level resource.
  public var subscription: Substring? {
    subscriptionEnd == 0 ? nil : slice(Layout.subscriptionStart, Int(subscriptionEnd))
  }

  /// The resource group's name, or nil outside any group.
  public var resourceGroup: Substring? { group.end == 0 ? nil : slice(Int(group.start), Int(group.end)) }

  /// The last segment: the resource's own name.
  public var name: Substring {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text[...] }
    return text[text.utf8.index(after: slash)...]
  }

  /// The resource type: Azure's spelling where Azimuth knows the type, else as the id writes it.
  ///
  /// - Complexity: O(length) for unknown types.
  public var type: String { kind.typeName ?? writtenType }

  /// The id without its last type and name, for a child resource; nil for a resource of its own.
  public var parent: ResourceID? {
    guard provider != 0 else { return nil }
    let segments = text.utf8.dropFirst(Int(provider)).split(separator: UInt8(ascii: "/"))
    guard segments.count > 3 else { return nil }
    let dropped = segments.suffix(2).reduce(0) { $0 + $1.count + 1 }
    return ResourceID(Substring(text.utf8.dropLast(dropped)))
  }

  /// The id of a child resource.
  public func child(_ type: String, _ name: some StringProtocol) -> ResourceID? {
    ResourceID("\(text)/\(type)/\(name)")
  }

  /// `name` with its resource group in front, as people tell namesakes apart.
  public var shortName: String { resourceGroup.map { "\($0)/\(name)" } ?? String(name) }

  private var writtenType: String {
    guard provider != 0 else { return group.end != 0 ? "Microsoft.Resources/resourceGroups" : "unknown" }
    let segments = text.dropFirst(Int(provider)).split(separator: "/")
    let types = segments.dropFirst().enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    return ([segments[0]] + types).joined(separator: "/")
  }

  private func slice(_ start: Int, _ end: Int) -> Substring {
    let utf8 = text.utf8
    return text[utf8.index(utf8.startIndex, offsetBy: start)..<utf8.index(utf8.startIndex, offsetBy: end)]
  }
}

extension ResourceID: Hashable, Comparable, CustomStringConvertible {
  public static func == (left: ResourceID, right: ResourceID) -> Bool {
    guard left.folded == right.folded, left.text.utf8.count == right.text.utf8.count else { return false }
    return left.text == right.text
      || left.text.utf8.elementsEqual(right.text.utf8) { FoldedHash.fold($0) == FoldedHash.fold($1) }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }

  /// The order of the folded texts.
  public static func < (left: ResourceID, right: ResourceID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8) { FoldedHash.fold($0) < FoldedHash.fold($1) }
  }

  public var description: String { text }
}
