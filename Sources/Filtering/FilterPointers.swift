internal import AzureFacts
internal import IPAddressing

/// The compiled filters as pointers, while somebody judges packets by them.
struct FilterPointers {
  private let sites: UnsafePointer<CompiledSite>
  private let stages: UnsafePointer<Int32>
  private let compiled: UnsafePointer<CompiledRules>
  private let storage: CompiledRules.Pointers

  /// Lists that are empty have no address, and nothing is read behind it.
  init(
    sites: UnsafePointer<CompiledSite>, stages: UnsafePointer<Int32>?, compiled: UnsafePointer<CompiledRules>?,
    cuts: UnsafePointer<UInt32>?, masks: UnsafePointer<UInt64>?, words: UnsafePointer<UInt8>?
  ) {
    self.sites = sites
    self.stages = stages ?? Self.nothing()
    self.compiled = compiled ?? Self.nothing()
    storage = CompiledRules.Pointers(
      cuts: cuts ?? Self.nothing(), masks: masks ?? Self.nothing(), words: words ?? Self.nothing())
  }

  private static func nothing<Element>() -> UnsafePointer<Element> {
    // Aligned for every element; never read.
    UnsafePointer(bitPattern: 64).unsafelyUnwrapped
  }

  @inline(__always)
  func decide(_ packet: FilterPacket, at number: Int) -> FilterDecision {
    let site = sites[number]
    if site.needsEvaluator || (site.isOutbound && Self.isPlatform(packet.destination)) { return .undecided }
    var stage = stages + Int(site.stages)
    let groups = stage + Int(site.adminCount)
    var isAdmitted = false
    while stage < groups {
      switch compiled[Int(stage.pointee)].word(packet, storage) {
      case CompiledRules.Word.allow.rawValue:
        isAdmitted = true
        stage = groups
      case CompiledRules.Word.deny.rawValue: return .deny
      case CompiledRules.Word.alwaysAllow.rawValue: return .allow
      case CompiledRules.Word.none.rawValue: stage += 1
      default: return .undecided
      }
    }
    let end = groups + Int(site.groupCount)
    while stage < end {
      switch compiled[Int(stage.pointee)].word(packet, storage) {
      case CompiledRules.Word.allow.rawValue, CompiledRules.Word.alwaysAllow.rawValue: stage += 1
      case CompiledRules.Word.deny.rawValue: return .deny
      default: return .undecided
      }
    }
    return site.groupCount > 0 || isAdmitted ? .allow : .noFilters
  }

  /// The platform's own addresses, where only few rules count (routing semantics D-027).
  private static let platform: SIMD8<UInt32> = {
    var numbers = SIMD8<UInt32>(repeating: 0)
    let addresses = PlatformAddress.all.compactMap { address -> UInt32? in
      guard case .v4(let first) = address.prefix.firstAddress else { return nil }
      return first.bits
    }
    precondition(addresses.count <= 8 && PlatformAddress.all.allSatisfy { $0.prefix.length == 32 })
    for (index, address) in addresses.enumerated() { numbers[index] = address }
    return numbers
  }()

  @inline(__always)
  private static func isPlatform(_ address: UInt32) -> Bool { any(platform .== SIMD8(repeating: address)) }
}
