internal import IPAddressing

/// What a security rule takes on one side, as far as it is certain.
enum RulePart: Sendable {
  case ports(PortSet)
  case addresses(IPAddressSet)

  var isEmpty: Bool {
    switch self {
    case .ports(let set): set.isEmpty
    case .addresses(let set): set.isEmpty
    }
  }

  func overlaps(_ other: RulePart) -> Bool {
    switch (self, other) {
    case (.ports(let one), .ports(let two)): one.overlaps(two)
    case (.addresses(let one), .addresses(let two)): one.overlaps(two)
    default: false
    }
  }

  func subtracting(_ other: RulePart) -> RulePart {
    switch (self, other) {
    case (.ports(let one), .ports(let two)): .ports(one.subtracting(two))
    case (.addresses(let one), .addresses(let two)): .addresses(one.subtracting(two))
    default: self
    }
  }
}
