import IPAddressing
import Testing
import TestSupport

@Suite("Sets of ports")
struct PortSetTests {
  @Test(
    "Ports are read, and written in order with ranges joined",
    arguments: [
      ("*", "*"), ("0-65535", "*"), ("22", "22"), ("0", "0"), ("65535", "65535"), ("1000-2000", "1000-2000"),
      ("443,80", "80,443"), ("80,81", "80-81"), ("80-90,85-100,7", "7,80-100"), ("22-22", "22"), ("22,*", "*"),
      ("0-32767,32768-65535", "*"), ("1,3,5", "1,3,5"),
    ])
  func reading(_ text: String, _ canonical: String) throws {
    let ports = try PortSet(text)
    #expect(ports.description == canonical)
    #expect(try PortSet(canonical) == ports)
  }

  @Test("The extremes are what they say")
  func extremes() throws {
    #expect(PortSet.any.contains(0) && PortSet.any.contains(.max) && !PortSet.any.isEmpty)
    #expect(PortSet.empty.isEmpty && !PortSet.empty.contains(0) && PortSet.empty.description == "none")
    #expect(PortSet.any.complement == .empty && PortSet.empty.complement == .any)
    #expect(try PortSet("*") == .any && PortSet(port: 22) == PortSet("22"))
    #expect(try PortSet("1-65535").complement == PortSet(port: 0))
  }

  @Test("The algebra is that of 65,536 booleans", arguments: 500..<508 as Range<UInt64>)
  func algebra(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let (leftRanges, left) = random(using: &generator)
    let (rightRanges, right) = random(using: &generator)
    let one = PortSet(leftRanges)
    let other = PortSet(rightRanges)
    func expect(_ set: PortSet, _ rule: (Bool, Bool) -> Bool) {
      let wrong = (0...65535).first { set.contains(UInt16($0)) != rule(left[$0], right[$0]) }
      #expect(wrong == nil, "seed \(seed): \(one); \(other)")
      for (before, after) in zip(set.ranges, set.ranges.dropFirst()) {
        #expect(Int(before.upperBound) + 1 < Int(after.lowerBound), "seed \(seed): \(set)")
      }
    }
    expect(one) { left, _ in left }
    expect(one.union(other)) { $0 || $1 }
    expect(one.intersection(other)) { $0 && $1 }
    expect(one.subtracting(other)) { $0 && !$1 }
    expect(one.complement) { left, _ in !left }
    #expect(one.contains(other) == zip(left, right).allSatisfy { $0 || !$1 }, "seed \(seed): \(one); \(other)")
    #expect(one.overlaps(other) == zip(left, right).contains { $0 && $1 }, "seed \(seed): \(one); \(other)")
    #expect(one.intersection(other).isSubset(of: other), "seed \(seed)")
    var changed = one
    changed.formUnion(other)
    #expect(changed == one.union(other), "seed \(seed)")
  }

  private func random(using generator: inout SplitMix64) -> (ranges: [ClosedRange<UInt16>], members: [Bool]) {
    var members = [Bool](repeating: false, count: 65536)
    var ranges: [ClosedRange<UInt16>] = []
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      let corner = [0, 100, 32768, 65535].randomElement(using: &generator) ?? 0
      let start = min(max(corner + Int.random(in: -40...40, using: &generator), 0), 65535)
      let end = min(start + Int.random(in: 0...8, using: &generator), 65535)
      for port in start...end { members[port] = true }
      ranges.append(UInt16(start)...UInt16(end))
    }
    return (ranges, members)
  }
}
