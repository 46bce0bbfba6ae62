/// The forwarding equivalence classes of all IPv4 addresses: addresses of one class get one answer from each of many
/// step functions.
///
/// The sweep goes through the addresses from the lowest to the highest, from one function's step to the next, and keeps
/// a hash of what all functions say there: 128 bits, in which a function's part is taken out and put in by exclusive or
/// (Zobrist, 1970). Of n different places two have one hash with probability n²/2^129, so equal hashes count as equal.
struct ForwardingSweep {
  /// Where each interval of one class begins; the first at 0.
  private(set) var starts: [UInt32] = []
  /// The class of each interval.
  private(set) var classes: [UInt32] = []
  /// The lowest address of each class; these ascend.
  private(set) var representatives: [UInt32] = []
  /// The class of each of these.
  private(set) var numbers: [UInt32] = []

  private struct Hash: Hashable {
    var high: UInt64 = 0
    var low: UInt64 = 0

    /// Takes in or out that a function says this.
    mutating func toggle(_ function: Int, _ choice: ForwardingChoice) {
      let seed = UInt64(truncatingIfNeeded: function) << 32 | UInt64(choice.bits)
      high ^= SplitMix64.mix(seed &+ 0x9e37_79b9_7f4a_7c15)
      low ^= SplitMix64.mix(seed ^ 0xd1b5_4a32_d192_ed03)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(low) }
  }

  /// - Complexity: O(steps) of all functions together.
  init(_ functions: [ForwardingProfile]) {
    let steps = Self.steps(functions)
    var current = [ForwardingChoice](repeating: .none, count: functions.count)
    var hash = Hash()
    for function in functions.indices { hash.toggle(function, .none) }
    var known: [Hash: UInt32] = [:]
    var position = 0
    while position < steps.count {
      let start = steps[position].start
      while position < steps.count, steps[position].start == start {
        let step = steps[position]
        let choice = functions[Int(step.function)].choices[Int(step.place)]
        hash.toggle(Int(step.function), current[Int(step.function)])
        hash.toggle(Int(step.function), choice)
        current[Int(step.function)] = choice
        position += 1
      }
      let next = UInt32(representatives.count)
      let number = known[hash] ?? next
      if number == next {
        known[hash] = number
        numbers.append(number)
        representatives.append(start)
      }
      if classes.last != number {
        starts.append(start)
        classes.append(number)
      }
    }
  }

  /// Renumbers the classes, so that those of `addresses` come first: what is asked for most lies together then.
  ///
  /// - Complexity: O(intervals + addresses × log(intervals)).
  mutating func putFirst(_ addresses: some Sequence<UInt32>) {
    var renumbered = [UInt32](repeating: .max, count: numbers.count)
    var next: UInt32 = 0
    func place(_ number: UInt32) {
      guard renumbered[Int(number)] == .max else { return }
      renumbered[Int(number)] = next
      next += 1
    }
    for address in addresses { place(classes[interval(of: address)]) }
    for number in numbers { place(number) }
    classes = classes.map { renumbered[Int($0)] }
    numbers = numbers.map { renumbered[Int($0)] }
  }

  /// The place of the interval that an address is in.
  private func interval(of address: UInt32) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= address { low = middle } else { high = middle }
    }
    return low
  }

  private struct Step {
    let start: UInt32
    let function: UInt32
    let place: UInt32
  }

  /// The steps of all functions by address: sorted by its low and then by its high half, counting.
  private static func steps(_ functions: [ForwardingProfile]) -> [Step] {
    var steps: [Step] = []
    steps.reserveCapacity(functions.reduce(0) { $0 + $1.starts.count })
    for (function, profile) in functions.enumerated() {
      for (place, start) in profile.starts.enumerated() {
        steps.append(
          Step(
            start: start, function: UInt32(truncatingIfNeeded: function), place: UInt32(truncatingIfNeeded: place)))
      }
    }
    return sorted(sorted(steps) { Int($0.start & 0xffff) }) { Int($0.start >> 16) }
  }

  private static func sorted(_ steps: [Step], by digit: (Step) -> Int) -> [Step] {
    var ends = [Int](repeating: 0, count: 1 << 16)
    for step in steps { ends[digit(step)] += 1 }
    for place in 1..<ends.count { ends[place] += ends[place - 1] }
    return [Step](unsafeUninitializedCapacity: steps.count) { buffer, count in
      for step in steps.reversed() {
        ends[digit(step)] -= 1
        buffer.initializeElement(at: ends[digit(step)], to: step)
      }
      count = steps.count
    }
  }
}

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014).
private enum SplitMix64 {
  static func mix(_ seed: UInt64) -> UInt64 {
    var value = seed
    value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 31
  }
}
