import IPAddressing
import Testing
import TestSupport

@Suite("Sets of addresses")
struct AddressSetTests {
  private func set(_ texts: String...) throws -> AddressSet<IPv4Address> {
    AddressSet(try texts.map { text throws in try AddressRange(text) })
  }

  @Test("Ranges that touch or overlap become one")
  func canonical() throws {
    #expect(try set("10.0.0.0/25", "10.0.0.128/25") == set("10.0.0.0/24"))
    #expect(try set("10.0.0.9-10.0.0.20", "10.0.0.0-10.0.0.10", "10.0.0.3").ranges.count == 1)
    #expect(try set("10.0.0.0", "10.0.0.2").ranges.count == 2)
    #expect(try set("0.0.0.0/1", "128.0.0.0/1") == .all)
    #expect(try set("255.255.255.255", "255.255.255.255", "0.0.0.0").ranges.count == 2)
  }

  @Test("The empty set and the whole space are each other's complement")
  func extremes() {
    #expect(AddressSet<IPv4Address>().complement == .all && AddressSet<IPv4Address>.all.complement.isEmpty)
    #expect(AddressSet<IPv6Address>().complement == .all && AddressSet<IPv6Address>.all.complement.isEmpty)
    #expect(AddressSet<IPv6Address>.all.contains(.lowest) && AddressSet<IPv6Address>.all.contains(.highest))
    #expect(AddressSet<IPv4Address>.all.prefixes == [.all])
    #expect(AddressSet<IPv4Address>().description == "none" && AddressSet<IPv4Address>.all.description == "0.0.0.0/0")
  }

  @Test("A hole in a prefix leaves the prefixes around it")
  func hole() throws {
    let around = try set("10.0.0.0/24").subtracting(set("10.0.0.64/26"))
    #expect(around.prefixes.map(\.description) == ["10.0.0.0/26", "10.0.0.128/25"])
    #expect(around.description == "10.0.0.0/26, 10.0.0.128/25")
    #expect(try set("10.0.0.0/24").contains(around) && around.isSubset(of: .all) && !around.contains(IPv4Prefix.all))
    #expect(try !around.contains(IPv4Prefix("10.0.0.0/25")) && around.contains(IPv4Prefix("10.0.0.192/26")))
    #expect(try around.overlaps(IPv4Prefix("10.0.0.0/25")) && !around.overlaps(IPv4Prefix("10.0.0.64/27")))
    #expect(try !around.contains(AddressRange("10.0.0.63-10.0.0.64")))
  }

  @Test("Addresses are counted")
  func counting() throws {
    #expect(try set("10.0.0.0/24", "10.1.0.0", "10.1.0.2").addressCount == 258)
    #expect(AddressSet<IPv4Address>().addressCount == 0)
    #expect(AddressSet<IPv4Address>.all.addressCount == 4_294_967_296)
    #expect(AddressSet<IPv6Address>.all.addressCount == 0x1p128)
  }

  @Test("Sets are changed in place as they are combined")
  func mutation() throws {
    var addresses = try set("10.0.0.0/25")
    addresses.formUnion(try set("10.0.0.128/25", "11.0.0.0/8"))
    #expect(try addresses == set("10.0.0.0/24", "11.0.0.0/8"))
    addresses.formIntersection(AddressSet(try AddressRange("10.0.0.4-10.255.255.255")))
    #expect(try addresses == set("10.0.0.4-10.0.0.255"))
    addresses.subtract(try set("10.0.0.128/25"))
    #expect(
      try addresses
        == AddressSet(
          prefixes: [IPv4Prefix("10.0.0.4/30"), IPv4Prefix("10.0.0.8/29")]
            + AddressRange("10.0.0.16-10.0.0.127").prefixes))
  }

  @Test("The algebra is that of bit sets, up to both ends of the space", arguments: 400..<430 as Range<UInt64>)
  func algebra(seed: UInt64) {
    compare(SpaceAtoms<IPv4Address>(), seed: seed)
    compare(SpaceAtoms<IPv6Address>(), seed: seed)
  }

  private func compare<Address>(_ space: SpaceAtoms<Address>, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let (leftRanges, left) = space.random(using: &generator)
      let (rightRanges, right) = space.random(using: &generator)
      let one = AddressSet(leftRanges)
      let other = AddressSet(rightRanges)
      func expect(_ set: AddressSet<Address>, _ rule: (Bool, Bool) -> Bool) {
        #expect(set.ranges == space.ranges(of: zip(left, right).map(rule)), "seed \(seed): \(one); \(other)")
      }
      expect(one) { left, _ in left }
      expect(one.union(other)) { $0 || $1 }
      expect(one.intersection(other)) { $0 && $1 }
      expect(one.subtracting(other)) { $0 && !$1 }
      expect(one.complement) { left, _ in !left }
      #expect(one.contains(other) == zip(left, right).allSatisfy { $0 || !$1 }, "seed \(seed): \(one); \(other)")
      #expect(one.isSubset(of: one.union(other)) && one.contains(one.intersection(other)), "seed \(seed)")
      #expect(one.overlaps(other) == zip(left, right).contains { $0 && $1 }, "seed \(seed): \(one); \(other)")
      #expect(AddressSet(prefixes: one.prefixes) == one, "seed \(seed): \(one)")
      for (atom, isMember) in zip(space.atoms, left) {
        #expect(one.contains(atom) == isMember, "seed \(seed): \(one); \(atom)")
        #expect(one.contains(atom.lower) == isMember && one.contains(atom.upper) == isMember, "seed \(seed)")
      }
    }
  }
}
