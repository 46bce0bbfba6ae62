public import IPAddressing
internal import JSONReading

/// A service tag and its prefixes, from Azure's service-tag file or `az network list-service-tags`.
public struct ServiceTag: Sendable, Hashable {
  /// The tag's name, such as `Storage.WestEurope`.
  public let name: String
  public let addressPrefixes: [IPPrefix]
  /// Prefixes that could not be read.
  public let malformed: Int

  init?(_ json: JSONCursor) {
    let properties = json.properties
    guard let name = json["name"]?.string, let list = properties["addressPrefixes"], list.isArray else { return nil }
    self.name = name
    var prefixes: [IPPrefix] = []
    var malformed = 0
    for element in list.elements {
      if let text = element.string, let prefix = try? IPPrefix(text, hostBits: .masked) {
        prefixes.append(prefix)
      } else {
        malformed += 1
      }
    }
    addressPrefixes = prefixes
    self.malformed = malformed
  }
}
