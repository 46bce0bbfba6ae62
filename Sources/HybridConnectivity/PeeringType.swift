/// The routing contexts of a circuit.
public enum PeeringType: String, Sendable, Hashable, CaseIterable {
  /// To private addresses in virtual networks.
  case privatePeering = "AzurePrivatePeering"
  /// To public addresses of Microsoft's services.
  case microsoftPeering = "MicrosoftPeering"
  /// Retired; still in recordings.
  case publicPeering = "AzurePublicPeering"

  /// The type that Azure's name (`AzurePrivatePeering`, in any case) or a short one (`private`, `microsoft`, `public`)
  /// stands for.
  public init?(name: some StringProtocol) {
    let folded = name.lowercased()
    guard let type = Self.allCases.first(where: { $0.rawValue.lowercased() == folded || $0.shortName == folded })
    else { return nil }
    self = type
  }

  /// `private`, `microsoft` or `public`.
  public var shortName: String {
    switch self {
    case .privatePeering: "private"
    case .microsoftPeering: "microsoft"
    case .publicPeering: "public"
    }
  }
}
