import TestSupport
import Testing

@testable import AzureResources

@Suite("Positions by resource ID")
struct ResourceIDIndexTests {
  private func id(_ number: Int, _ name: String = "vnet") throws -> ResourceID {
    try #require(
      ResourceID("/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/\(name)-\(number)"))
  }

  @Test("An ID has the position of its first copy, whatever the case of its letters")
  func firstCopy() throws {
    var index = ResourceIDIndex(capacity: 4)
    #expect(index.insert(try id(1)) == nil)
    #expect(index.insert(try id(2)) == nil)
    #expect(index.insert(try id(1, "VNet")) == 0)
    #expect(index.insert(try id(3)) == nil)
    #expect(index[try id(2, "VNET")] == 1)
    // A second copy takes a position too: it stands in the list.
    #expect(index[try id(3)] == 3)
    #expect(index[try id(4)] == nil)
  }

  @Test("A dictionary gives the same positions for thousands of IDs, asked in any order")
  func agreesWithDictionary() throws {
    var random = SplitMix64(seed: 7)
    let numbers = (0..<3000).map { _ in Int.random(in: 0..<2000, using: &random) }
    var index = ResourceIDIndex(capacity: numbers.count)
    var expected: [Int: Int] = [:]
    for (position, number) in numbers.enumerated() {
      #expect(index.insert(try id(number)) == expected[number])
      expected[number] = expected[number] ?? position
    }
    for number in 0..<2200 { #expect(index[try id(number)] == expected[number]) }
  }

  @Test("An empty index holds nothing")
  func empty() throws {
    #expect(ResourceIDIndex(capacity: 0)[try id(1)] == nil)
  }
}
