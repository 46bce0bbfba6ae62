import IPAddressing
import Testing

@Suite("Sets of addresses of both families")
struct IPAddressSetTests {
  private func set(_ texts: String...) throws -> IPAddressSet {
    IPAddressSet(prefixes: try texts.map { text throws in try IPPrefix(text) })
  }

  @Test("Each family keeps to itself")
  func families() throws {
    let both = try set("10.0.0.0/8", "fd00::/8")
    #expect(try both.contains(IPAddress("10.0.0.1")) && both.contains(IPAddress("fd00::1")))
    #expect(try !both.contains(IPAddress("::10.0.0.1")) && !both.contains(IPAddress("11.0.0.0")))
    #expect(try both.contains(IPPrefix("10.1.0.0/16")) && both.contains(IPPrefix("fd01::/16")))
    #expect(try !both.contains(IPPrefix("10.0.0.0/7")) && both.overlaps(IPPrefix("10.0.0.0/7")))
    #expect(!both.contains(.defaultIPv6) && both.overlaps(.defaultIPv6))
  }

  @Test("Prefixes come back fewest and in order")
  func prefixes() throws {
    let merged = try set("fd00:8000::/17", "10.128.0.0/9", "fd00::/17", "10.0.0.0/9")
    #expect(merged.prefixes.map(\.description) == ["10.0.0.0/8", "fd00::/16"])
    #expect(merged.addressCount == 0x1p24 + 0x1p112)
  }

  @Test("A set is written with both its families")
  func description() throws {
    #expect(try set("10.0.0.0/8", "::1").description == "10.0.0.0/8, ::1")
    #expect(try set("10.0.0.0/8").description == "10.0.0.0/8")
    #expect(try set("::1").description == "::1")
    #expect(IPAddressSet().description == "none")
    #expect(IPAddressSet.all.description == "0.0.0.0/0, ::/0")
  }

  @Test("The algebra works on both families at once")
  func algebra() throws {
    let one = try set("10.0.0.0/8", "fd00::/8")
    let other = try set("10.0.0.0/9", "fd00::/9", "2001:db8::/32")
    #expect(try one.union(other) == set("10.0.0.0/8", "fd00::/8", "2001:db8::/32"))
    #expect(try one.intersection(other) == set("10.0.0.0/9", "fd00::/9"))
    #expect(try one.subtracting(other) == set("10.128.0.0/9", "fd80::/9"))
    #expect(one.union(one.complement) == .all && one.intersection(one.complement).isEmpty)
    #expect(one.contains(one.intersection(other)) && one.isSubset(of: .all) && !one.contains(other))
    #expect(one.overlaps(other) && !one.overlaps(one.complement))
    var changed = one
    changed.formUnion(other)
    #expect(changed == one.union(other))
    changed.formIntersection(other)
    #expect(changed == other)
    changed.subtract(one)
    #expect(try changed == set("2001:db8::/32"))
  }
}
