/// Why a message of DNS can't be packed or unpacked.
public struct DNSMessageError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    /// The library that does it isn't installed.
    case noLibrary
    /// The bytes, or the name, aren't what DNS allows.
    case malformed
  }

  public let reason: Reason
  /// The library's, or the dynamic linker's, words.
  public let detail: String

  public var description: String {
    switch reason {
    case .noLibrary: "the DNS library ldns can't be loaded: \(detail)"
    case .malformed: detail
    }
  }
}
