internal import JSONReading

/// A firewall policy. Its rules are in its rule collection groups, which are resources of their own.
public struct FirewallPolicy: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  /// The parent policy, whose rules come first.
  public let basePolicy: ResourceID?
  public let threatIntelMode: ThreatIntelMode?
  /// What is set for source translation; nil where nothing is.
  public let privateRanges: FirewallPrivateRanges?
  /// The groups that the policy lists; nil where it lists none at all, which Azure itself never leaves out.
  public let ruleCollectionGroups: [ResourceID]?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    basePolicy = reader.reference("basePolicy")
    threatIntelMode = reader.choice("threatIntelMode")
    if let snat = properties["snat"] {
      let learns = snat["autoLearnPrivateRanges"].map { $0.matches("Enabled") || $0.bool == true } ?? false
      privateRanges = FirewallPrivateRanges(
        texts: snat["privateRanges"]?.texts ?? [], learnsRanges: learns, reader: &reader)
    } else {
      privateRanges = nil
    }
    ruleCollectionGroups = properties["ruleCollectionGroups"].map { list in
      list.elements.compactMap { element in
        element.isString
          ? ResourceID(utf8: element.utf8)
          : element.id ?? element["name"]?.string.flatMap { id.child("ruleCollectionGroups", $0) }
      }
    }
  }
}
