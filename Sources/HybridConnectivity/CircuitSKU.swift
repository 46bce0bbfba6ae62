internal import JSONDocument

/// A circuit's SKU.
public struct CircuitSKU: Sendable, Hashable {
  /// `Standard_MeteredData`: tier and family.
  public let name: String?
  /// `Local`, `Basic`, `Standard`, `Premium`; others as they were read.
  public let tier: String?
  /// `MeteredData` or `UnlimitedData`.
  public let family: String?

  init(_ json: JSONValue) {
    name = json.text("name")
    let parts = name?.split(separator: "_", maxSplits: 1).map(String.init) ?? []
    tier = json.text("tier") ?? parts.first
    family = json.text("family") ?? (parts.count == 2 ? parts[1] : nil)
  }

  /// Whether the higher limits of Premium apply.
  public var isPremium: Bool { tier?.lowercased() == "premium" }
}
