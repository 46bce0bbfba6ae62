/// The state of a BGP session as a router's summary prints it: a number of prefixes where it is established, else the
/// state's name.
///
/// - Source: ExpressRoute semantics A.4.3.
public enum BGPSessionState: Sendable, Hashable {
  case established(prefixes: Int)
  case idle
  /// Idle because the neighbour announced more prefixes than allowed.
  case idlePrefixLimit
  /// Idle because somebody shut it down.
  case idleAdministratively
  case connect
  case active
  case openSent
  case openConfirm
  case other(String)

  public init(_ text: String) {
    let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    if let prefixes = Int(letters) {
      self = .established(prefixes: prefixes)
    } else {
      self =
        switch letters {
        case "idle": .idle
        case "idlepfxct", "idlepfxlimit": .idlePrefixLimit
        case "idleadmin": .idleAdministratively
        case "connect", "connecting": .connect
        case "active": .active
        case "opensent": .openSent
        case "openconfirm": .openConfirm
        default: .other(text)
        }
    }
  }

  /// Whether routes are exchanged.
  public var isEstablished: Bool { prefixes != nil }

  /// The prefixes received; nil where the session isn't established.
  public var prefixes: Int? {
    guard case .established(let prefixes) = self else { return nil }
    return prefixes
  }
}
