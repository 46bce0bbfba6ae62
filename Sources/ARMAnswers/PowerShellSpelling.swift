internal import JSONDocument

/// Names as PowerShell's objects have them, turned back into ARM's.
enum PowerShellSpelling {
  /// Names of properties that PowerShell calls otherwise than by a capital.
  ///
  /// - Source: ExpressRoute semantics A.4.
  private static let renamed = ["InterfaceProperty": "interface", "AsProperty": "as", "VProperty": "v"]

  /// An answer in ARM's names: `IpAddress` becomes `ipAddress`. What is ARM's already stays as it is.
  static func arm(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map(arm))
    case .object(let object):
      .object(
        JSONObject(
          object.members.map { member in
            let plain = member.key.prefix(1).lowercased() + member.key.dropFirst()
            return (renamed[member.key] ?? plain, arm(member.value))
          }))
    default: value
    }
  }
}
