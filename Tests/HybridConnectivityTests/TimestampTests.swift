import Testing

@testable import HybridConnectivity

@Suite("Timestamps")
struct TimestampTests {
  @Test(
    "A moment is read with any number of digits and any offset",
    arguments: [
      ("2023-10-19T08:35:58.5842094Z", "2023-10-19T08:35:58Z"),
      ("2026-05-29T10:11:12+02:00", "2026-05-29T08:11:12Z"),
      ("2026-05-29", "2026-05-29T00:00:00Z"),
      ("2024-02-29 23:59:59", "2024-02-29T23:59:59Z"),
      ("1969-12-31T23:00:00Z", "1969-12-31T23:00:00Z"),
      ("2000-03-01T00:00Z", "2000-03-01T00:00:00Z"),
    ])
  func reads(text: String, expected: String) {
    #expect(Timestamp(text)?.description == expected)
  }

  @Test(
    "What is no moment is none",
    arguments: ["", "yesterday", "2023-02-29T00:00:00Z", "2023-13-01", "2023-01-01T25:00:00Z", "2023-01-01T00:00:00Zx"])
  func refuses(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("The interval counts fractions")
  func interval() throws {
    let start = try #require(Timestamp("2023-10-19T08:35:58.5Z"))
    let end = try #require(Timestamp("2023-10-19T08:36:00.25Z"))
    #expect(end.interval(since: start) == 1.75)
    #expect(start < end)
  }
}
