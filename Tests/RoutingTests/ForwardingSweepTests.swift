import IPAddressing
import TestSupport
import Testing

@testable import Routing

@Suite("Classes of addresses")
struct ForwardingSweepTests {
  /// Step functions of random prefixes.
  private func functions(_ generator: inout SplitMix64) -> [ForwardingProfile] {
    (0..<5).map { _ in
      let entries = (0..<12).map { row in
        let prefix = IPv4Prefix(
          IPv4Address(bits: .random(in: 0..<16, using: &generator) << 28 | .random(in: 0..<8, using: &generator) << 6),
          length: .random(in: 0...32, using: &generator))
        let choice = ForwardingChoice(
          nextHop: .random(in: 1...2, using: &generator), length: Int(prefix.length), rank: 0, layer: .user,
          excludesLearned: false)
        return ForwardingEntry(prefix, row: Int32(row), choice)
      }
      return ForwardingProfile([entries.sorted { $0 < $1 }])
    }
  }

  private func choice(_ function: ForwardingProfile, _ address: UInt32) -> ForwardingChoice {
    function.choices[function.starts.lastIndex { $0 <= address } ?? 0]
  }

  @Test(
    "Two intervals are of one class exactly if every function says the same of both",
    arguments: 1...40 as ClosedRange<UInt64>)
  func classes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let functions = functions(&generator)
    var sweep = ForwardingSweep(functions)
    if seed.isMultiple(of: 2) { sweep.putFirst([.max, 0x1000_0000]) }
    var classOfAnswers: [[ForwardingChoice]: UInt32] = [:]
    for start in Set(functions.flatMap(\.starts)).sorted() {
      let answers = functions.map { choice($0, start) }
      let number = sweep.classes[sweep.starts.lastIndex { $0 <= start } ?? 0]
      #expect(classOfAnswers[answers] ?? number == number, "seed \(seed), \(start)")
      classOfAnswers[answers] = number
    }
    #expect(Set(classOfAnswers.values).count == classOfAnswers.count, "seed \(seed)")
    #expect(sweep.representatives.count == classOfAnswers.count)
    #expect(sweep.representatives == sweep.representatives.sorted())
    for (address, number) in zip(sweep.representatives, sweep.numbers) {
      #expect(sweep.classes[sweep.starts.lastIndex { $0 <= address } ?? 0] == number)
    }
    if seed.isMultiple(of: 2) { #expect(sweep.classes.last == 0) }
  }

  @Test("The map from addresses to classes says what the intervals say", arguments: 1...20 as ClosedRange<UInt64>)
  func map(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sweep = ForwardingSweep(functions(&generator))
    let map = try #require(ForwardingAddressMap(sweep))
    #expect(map.classCount == sweep.representatives.count)
    let beside = sweep.starts.flatMap { [$0, $0 &- 1, $0 &+ 1, $0 ^ 0x80, $0 ^ 0x8000] }
    for address in beside + (0..<1000).map({ _ in .random(in: 0...(.max), using: &generator) }) {
      let expected = sweep.classes[sweep.starts.lastIndex { $0 <= address } ?? 0]
      #expect(map.number(of: address) == Int(expected), "seed \(seed), \(address)")
    }
  }
}
