public import AzureFacts
internal import AzureResources
public import Findings

/// Somebody's decision not to be told of a finding.
public struct Suppression: Sendable, Hashable {
  /// nil for any code.
  public let code: CheckCode?
  /// A resource's id, in which `*` stands for any text.
  public let resource: String
  /// Why; nobody suppresses without a reason.
  public let reason: String
  /// The last day on which it counts; nil for one without an end.
  public let expires: Day?

  public init(_ code: CheckCode?, resource: String, reason: String, expires: Day? = nil) {
    self.code = code
    self.resource = resource
    self.reason = reason
    self.expires = expires
  }

  /// Whether it is about a finding, expired or not.
  ///
  /// - Complexity: O(length of the id × asterisks).
  public func covers(_ finding: Finding) -> Bool {
    (code == nil || code == finding.code) && Self.matches(finding.resource.text, resource)
  }

  /// Whether it no longer counts. Where nobody says which day it is, it does.
  public func isExpired(on day: Day?) -> Bool { day.flatMap { day in expires.map { $0 < day } } ?? false }

  /// Ids are compared without regard to case.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    let (text, pattern) = (Array(text.lowercased().utf8), Array(pattern.lowercased().utf8))
    let star = UInt8(ascii: "*")
    var (place, position) = (0, 0)
    var retry: (place: Int, position: Int)?
    while place < text.count {
      if position < pattern.count, pattern[position] == star {
        retry = (place, position)
        position += 1
      } else if position < pattern.count, pattern[position] == text[place] {
        place += 1
        position += 1
      } else if let last = retry {
        // The asterisk takes one byte more.
        retry = (last.place + 1, last.position)
        (place, position) = (last.place + 1, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[position...].allSatisfy { $0 == star }
  }
}
