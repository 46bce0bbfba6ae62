import Diagnosis
import TerminalText
import Testing

@testable import Reporting

@Suite("Paths as text")
struct PathPictureTests {
  private static func text(_ diagnosis: Diagnosis, columns: Int?) -> String {
    let device = columns.map { Terminal.Device.screen(columns: $0) } ?? .pipe
    let terminal = Terminal(device: device, environment: [:], colour: .never)
    return PathPicture(there: diagnosis.forward, back: diagnosis.wayBack, terminal: terminal).text
  }

  @Test("In a pipe each station has a line, with the route that leads on below it, and the back way follows")
  func pipe() throws {
    let text = Self.text(try PathSample.diagnosis(), columns: nil)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("There  ") == true)
    #expect(lines.contains("  from sender 10.1.0.4 in app/sub-app"))
    #expect(lines.contains("  │ 10.2.0.0/16 → VirtualAppliance 10.0.0.4  by-to-data in to-data"))
    #expect(lines.contains("  appliance nva 10.0.0.4 in hub/sub-hub"))
    #expect(lines.contains("  to target 10.2.0.4 in data/sub-data"))
    let (there, back) = (try #require(text.firstRange(of: "There")), try #require(text.firstRange(of: "\nBack")))
    #expect(there.lowerBound < back.lowerBound)
    #expect(!text.contains("✗"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test("The place where the path stops is marked, with the reason")
  func stops() throws {
    let text = Self.text(try PathSample.diagnosis(forwards: false), columns: 80)
    #expect(text.contains("There  dropped\n"))
    #expect(text.contains("  ✗ stops here: nva doesn't forward\n"))
  }

  @Test("No line is wider than the screen", arguments: [30, 40, 60, 80, 100, 114, 115, 120, 160, 240])
  func width(columns: Int) throws {
    for name in ["", String(repeating: "-very-long-name", count: 5), "-\u{1F6A7}\u{4E2D}"] {
      for forwards in [true, false] {
        let text = Self.text(try PathSample.diagnosis(named: name, forwards: forwards), columns: columns)
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= columns, "\(line)") }
      }
    }
  }

  @Test("Both ways stand side by side where there is room", arguments: [(114, false), (115, true), (200, true)])
  func sideBySide(columns: Int, isBeside: Bool) throws {
    let first = Self.text(try PathSample.diagnosis(), columns: columns).split(separator: "\n").first
    #expect(first?.contains("Back") == isBeside)
  }

  @Test("Names can't drive the terminal")
  func hostileNames() throws {
    let text = Self.text(try PathSample.diagnosis(named: "\u{1B}[31m\n\u{202E}"), columns: nil)
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("sender\\u{1b}[31m\\n\\u{202e}"))
  }
}
