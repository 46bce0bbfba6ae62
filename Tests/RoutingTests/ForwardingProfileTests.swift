import IPAddressing
import Testing

@testable import Routing

@Suite("What prefixes say of every address")
struct ForwardingProfileTests {
  private func entry(_ prefix: String, _ hop: UInt16, rank: Int = 0, excludes: Bool = false) throws -> ForwardingEntry {
    let prefix = try IPv4Prefix(prefix)
    let choice = ForwardingChoice(
      nextHop: hop, length: Int(prefix.length), rank: rank, layer: .network, excludesLearned: excludes)
    return ForwardingEntry(prefix, row: Int32(hop), choice)
  }

  @Test("Nested prefixes that end together give way to what lies around all of them")
  func nested() throws {
    let profile = ForwardingProfile([
      [try entry("10.0.0.0/8", 1), try entry("10.255.0.0/16", 2), try entry("10.255.255.0/24", 3)]
    ])
    #expect(profile.starts == [0, 0x0a00_0000, 0x0aff_0000, 0x0aff_ff00, 0x0b00_0000])
    #expect(profile.choices.map(\.nextHop) == [0, 1, 2, 3, 0])
  }

  @Test("Of one prefix in two lists the stronger counts, whichever comes first")
  func equal() throws {
    let (weak, strong) = (try entry("10.0.0.0/8", 1), try entry("10.0.0.0/8", 2, rank: 2))
    for lists in [[[weak], [strong]], [[strong], [weak]]] {
      #expect(ForwardingProfile(lists).choices.map(\.nextHop) == [0, 2, 0])
    }
  }

  @Test("The whole space and its last address are covered to the end")
  func wholeSpace() throws {
    let profile = ForwardingProfile([[try entry("0.0.0.0/0", 1), try entry("255.255.255.255/32", 2)]])
    #expect(profile.starts == [0, .max])
    #expect(profile.choices.map(\.nextHop) == [1, 2])
  }

  @Test("A left-out row says nothing")
  func leftOut() throws {
    let list = [try entry("10.0.0.0/8", 1), try entry("10.0.0.0/16", 2)]
    let profile = ForwardingProfile([list]) { _, row in row == 1 }
    #expect(profile.starts == [0, 0x0a00_0000, 0x0a01_0000])
    #expect(profile.choices.map(\.nextHop) == [0, 2, 0])
  }

  @Test("What keeps learned routes out does so in longer prefixes too")
  func excluding() throws {
    let profile = ForwardingProfile([[try entry("10.0.0.0/8", 1, excludes: true), try entry("10.0.0.0/16", 2)]])
    #expect(profile.choices.map(\.excludesLearned) == [false, true, true, false])
    let learned = ForwardingChoice(nextHop: 9, length: 24, rank: 1, layer: .gateway, excludesLearned: false)
    #expect(profile.choices.map { $0.nextHop(beside: learned) } == [9, 2, 1, 9])
  }
}
