internal import AzureResources
internal import IPAddressing

/// Compiles rules into masks.
struct RuleCompiler {
  /// A rule whose sides are plain sets. Where the snapshot leaves something open, the sets hold all that may be meant.
  struct Input {
    let rule: SecurityRule
    let word: CompiledRules.Word
    /// nil for any address.
    let source: IPAddressSet?
    let destination: IPAddressSet?
  }

  private let inputs: [Input]
  private let width: Int

  /// - Parameter inputs: The rules in the order in which they decide.
  init(_ inputs: [Input]) {
    self.inputs = inputs
    width = max(1, (inputs.count + 63) / 64)
  }

  /// - Complexity: O(n log n) for n ranges of all rules.
  func compile(into storage: inout CompiledRules.Storage) -> CompiledRules {
    var compiled = CompiledRules()
    compiled.maskWords = Int32(width)
    compiled.words = Int32(storage.words.count)
    storage.words += inputs.map(\.word.rawValue)
    compiled.transports = Int32(storage.masks.count)
    for transport in [SecurityRuleProtocol.tcp, .udp, .icmp, .esp, .ah, .any] {
      storage.masks += mask { $0.rule.transport == .any || $0.rule.transport == transport }
    }
    compiled.source = dimension(&storage) { Self.ranges($0.source) }
    compiled.destination = dimension(&storage) { Self.ranges($0.destination) }
    compiled.sourcePort = dimension(&storage) { Self.ranges($0.rule.sourcePorts) }
    compiled.destinationPort = dimension(&storage) { Self.ranges($0.rule.destinationPorts) }
    return compiled
  }

  private func mask(_ holds: (Input) -> Bool) -> [UInt64] {
    var mask = [UInt64](repeating: 0, count: width)
    for (number, input) in inputs.enumerated() where holds(input) { mask[number / 64] |= 1 << UInt64(number % 64) }
    return mask
  }

  private static func ranges(_ set: IPAddressSet?) -> [ClosedRange<UInt32>]? {
    set.map { set in set.v4.ranges.map { $0.lower.bits...$0.upper.bits } }
  }

  private static func ranges(_ ports: PortSet) -> [ClosedRange<UInt32>]? {
    ports == .any ? nil : ports.ranges.map { UInt32($0.lowerBound)...UInt32($0.upperBound) }
  }

  /// - Parameter ranges: The numbers that a rule covers; nil for all.
  private func dimension(
    _ storage: inout CompiledRules.Storage, _ ranges: (Input) -> [ClosedRange<UInt32>]?
  ) -> CompiledDimension {
    var mask = [UInt64](repeating: 0, count: width)
    // A cut turns a rule on or off: the number, then the rule.
    var turns: [UInt64] = []
    for (number, input) in inputs.enumerated() {
      guard let ranges = ranges(input) else {
        mask[number / 64] |= 1 << UInt64(number % 64)
        continue
      }
      for range in ranges {
        if range.lowerBound == 0 {
          mask[number / 64] |= 1 << UInt64(number % 64)
        } else {
          turns.append(UInt64(range.lowerBound) << 32 | UInt64(number))
        }
        if range.upperBound < .max { turns.append(UInt64(range.upperBound + 1) << 32 | UInt64(number)) }
      }
    }
    turns.sort()
    var dimension = CompiledDimension()
    dimension.masks = Int32(storage.masks.count)
    storage.masks += mask
    var cuts: [UInt32] = []
    var next = 0
    while next < turns.count {
      let number = turns[next] >> 32
      let before = storage.masks.count - width
      while next < turns.count, turns[next] >> 32 == number {
        let rule = Int(turns[next] & 0xffff_ffff)
        mask[rule / 64] ^= 1 << UInt64(rule % 64)
        next += 1
      }
      guard !mask.elementsEqual(storage.masks[before...]) else { continue }
      cuts.append(UInt32(number))
      storage.masks += mask
    }
    Self.store(cuts, &dimension, &storage.cuts)
    return dimension
  }

  private static func store(_ cuts: [UInt32], _ dimension: inout CompiledDimension, _ storage: inout [UInt32]) {
    let block = CompiledDimension.block
    dimension.cuts = Int32(storage.count)
    dimension.count = Int32(cuts.count)
    guard !cuts.isEmpty else { return }
    if cuts.count > block {
      let leads = stride(from: block, to: cuts.count, by: block).map { cuts[$0] }
      // Few leads fill one block and are found at once; more are searched.
      let room = leads.count <= block ? block : leads.count + (leads.count == block ? 0 : 1)
      dimension.leads = Int32(room)
      storage += leads
      storage += [UInt32](repeating: .max, count: room - leads.count)
    }
    storage += cuts
    storage += [UInt32](repeating: .max, count: (block - cuts.count % block) % block)
  }
}
