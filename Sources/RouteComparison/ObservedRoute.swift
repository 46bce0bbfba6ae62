internal import IPAddressing
internal import JSONDocument
public import Routing

/// One row of Azure's own answer, or of a computed one in the same words.
public struct ObservedRoute: Sendable, Hashable {
  public let source: String
  public let state: String
  /// In canonical form, as far as they can be read.
  public let addressPrefixes: [String]
  public let nextHopType: String
  public let nextHopAddresses: [String]
  /// A user route's name.
  public let name: String?

  init(_ json: JSONValue) {
    source = json["source"]?.text ?? ""
    state = json["state"]?.text ?? ""
    nextHopType = json["nextHopType"]?.text ?? ""
    addressPrefixes = Self.texts(json["addressPrefix"]).map(Self.canonicalPrefix)
    nextHopAddresses = Self.texts(json["nextHopIpAddress"]).map(Self.canonicalAddress)
    name = json["name"]?.text
  }

  /// A computed row in the words of an answer.
  public init(_ route: EffectiveRoute) {
    source = route.source.rawValue
    state = route.state.rawValue
    nextHopType = route.nextHopType.rawValue
    addressPrefixes = route.addressPrefixes.map { "\($0)" }
    nextHopAddresses = route.nextHopAddresses.map { "\($0)" }
    name = route.name
  }

  /// PowerShell prints a list of one as a bare text.
  private static func texts(_ json: JSONValue?) -> [String] {
    let texts = json?.text.map { [$0] } ?? json?.elements?.compactMap(\.text) ?? []
    return texts.filter { !$0.isEmpty }
  }

  private static func canonicalPrefix(_ text: String) -> String {
    (try? IPPrefix(text, hostBits: .masked)).map { "\($0)" } ?? text
  }

  private static func canonicalAddress(_ text: String) -> String {
    (try? IPAddress(text)).map { "\($0)" } ?? text
  }
}
