package import AzureResources
package import IPAddressing
package import JSONDocument

/// Lenient reading of ARM's JSON, as `az` and PowerShell print it too.
///
/// - Source: ExpressRoute semantics F.3: keys without regard to case, null as good as absent, numbers as texts.
extension JSONValue {
  /// Where a resource's properties are: under `properties`, or, flattened, beside `id` and `name`.
  package var armProperties: JSONValue { self["properties"]?.members == nil ? self : self["properties"] ?? self }

  /// The text under `key`; nil where it is absent, null or empty.
  package func text(_ key: String) -> String? {
    guard let value = self[key] else { return nil }
    switch value {
    case .string(let text): return text.isEmpty ? nil : text
    case .integer(let number): return String(number)
    default: return nil
    }
  }

  /// The number under `key`, also one written as a text; nil for anything else.
  package func integer(_ key: String) -> Int64? {
    switch self[key] {
    case .integer(let number): return number
    case .number(let number): return Int64(exactly: number)
    case .string(let text): return Int64(text)
    default: return nil
    }
  }

  /// The number under `key`, with its fraction.
  package func decimal(_ key: String) -> Double? {
    switch self[key] {
    case .integer(let number): return Double(number)
    case .number(let number): return number
    case .string(let text): return Double(text)
    default: return nil
    }
  }

  /// The boolean under `key`, also as PowerShell writes it in text.
  package func boolean(_ key: String) -> Bool? {
    guard let value = self[key] else { return nil }
    return value.flag ?? value.text.flatMap { Bool($0.lowercased()) }
  }

  /// The elements of the list under `key`; empty where there is none.
  package func list(_ key: String) -> [JSONValue] { self[key]?.elements ?? [] }

  /// The texts of the list under `key`.
  package func texts(_ key: String) -> [String] { list(key).compactMap(\.text) }

  /// The id of the resource under `key`: `{"id": ...}`, or the id as a text.
  package func reference(_ key: String) -> ResourceID? {
    guard let value = self[key] else { return nil }
    return (value["id"]?.text ?? value.text).flatMap { ResourceID($0) }
  }

  /// The prefix under `key`; nil where it is absent or no prefix. Bits behind its length are dropped.
  package func prefix(_ key: String) -> IPPrefix? { text(key).flatMap { try? IPPrefix($0, hostBits: .masked) } }

  /// The address under `key`; nil where it is absent or no address.
  package func address(_ key: String) -> IPAddress? { text(key).flatMap { try? IPAddress($0) } }

  /// The value with what it lacks taken from another reading of the same resource, property by property.
  package func filled(from other: JSONValue) -> JSONValue {
    guard case .object(var own) = self, case .object(let more) = other else { return self == .null ? other : self }
    for member in more.members {
      own[member.key] = own[member.key].map { $0.filled(from: member.value) } ?? member.value
    }
    return .object(own)
  }
}
