import AzureFacts
import Testing

@Suite("Days")
struct DayTests {
  @Test("A day reads and prints as YYYY-MM-DD", arguments: ["2024-02-29", "2026-11-21", "0001-01-01"])
  func valid(text: String) {
    #expect(Day(text).map { "\($0)" } == text)
  }

  @Test(
    "What is not a day is refused",
    arguments: [
      "", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "24-01-01", "2024-01-32", "2024/01/01", "2024-01-0x",
    ])
  func invalid(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("Days are ordered by the calendar")
  func order() throws {
    let days = try ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01"].map { try #require(Day($0)) }
    #expect(days == days.shuffled().sorted())
    #expect(days.allSatisfy { $0 < .newest })
  }
}
