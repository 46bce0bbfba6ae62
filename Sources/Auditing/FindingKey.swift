public import AzureResources
public import Findings

/// What makes two findings of two audits the same: the code and the resource, not the words.
public struct FindingKey: Sendable, Hashable {
  public let code: CheckCode
  public let resource: ResourceID

  public init(_ code: CheckCode, _ resource: ResourceID) {
    self.code = code
    self.resource = resource
  }

  /// A short text that stays the same from audit to audit (FNV-1a of both, without regard to case).
  public var fingerprint: String {
    let hash = "\(code.rawValue)|\(resource.text.lowercased())".utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Finding {
  public var key: FindingKey { FindingKey(code, resource) }
}
