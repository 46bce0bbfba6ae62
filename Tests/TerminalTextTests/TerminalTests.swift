import Glibc
import TerminalText
import Testing

@Suite("Terminals")
struct TerminalTests {
  struct Sample: Sendable {
    let device: Terminal.Device
    let environment: [String: String]
    var colour = ColourChoice.automatic
    let colouring: Colouring
  }

  static let screen = Terminal.Device.screen(columns: 100)
  static let usual = ["TERM": "xterm-256color"]

  static func usual(_ more: [String: String]) -> [String: String] { usual.merging(more) { $1 } }

  @Test(
    "Colour follows the user's choice, then the environment, then the device",
    arguments: [
      Sample(device: screen, environment: usual, colouring: .ansi),
      Sample(device: .pipe, environment: usual, colouring: .plain),
      Sample(device: screen, environment: [:], colouring: .plain),
      Sample(device: screen, environment: ["TERM": "dumb"], colouring: .plain),
      Sample(device: screen, environment: usual(["NO_COLOR": "1"]), colouring: .plain),
      Sample(device: screen, environment: usual(["NO_COLOR": ""]), colouring: .ansi),
      Sample(device: screen, environment: usual(["CLICOLOR": "0"]), colouring: .plain),
      Sample(device: .pipe, environment: usual(["CLICOLOR_FORCE": "1"]), colouring: .ansi),
      Sample(device: .pipe, environment: usual(["CLICOLOR_FORCE": "0"]), colouring: .plain),
      Sample(device: .pipe, environment: usual(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]), colouring: .plain),
      Sample(device: .pipe, environment: ["NO_COLOR": "1"], colour: .always, colouring: .ansi),
      Sample(device: screen, environment: usual(["CLICOLOR_FORCE": "1"]), colour: .never, colouring: .plain),
    ])
  func colour(sample: Sample) {
    let terminal = Terminal(device: sample.device, environment: sample.environment, colour: sample.colour)
    #expect(terminal.colouring == sample.colouring)
  }

  @Test(
    "Only a screen has a width",
    arguments: [
      (Terminal.Device.screen(columns: 100), [:], 100), (.screen(columns: nil), [:], 80),
      (.screen(columns: 0), [:], 80), (.screen(columns: 100), ["COLUMNS": "60"], 60),
      (.screen(columns: 100), ["COLUMNS": "wide"], 100), (.screen(columns: 100), ["COLUMNS": "-1"], 100),
      (.pipe, ["COLUMNS": "60"], nil),
    ] as [(Terminal.Device, [String: String], Int?)])
  func width(device: Terminal.Device, environment: [String: String], width: Int?) {
    #expect(Terminal(device: device, environment: environment).width == width)
  }

  @Test("A descriptor of a file is a pipe")
  func file() {
    let descriptor = open("/dev/null", O_WRONLY)
    defer { close(descriptor) }
    #expect(Terminal(descriptor: descriptor, environment: ["TERM": "xterm"]) == .pipe)
  }

  @Test(
    "A descriptor of a pseudo-terminal has the width that was set",
    .enabled(if: access("/dev/ptmx", R_OK | W_OK) == 0, "there are no pseudo-terminals here"))
  func pseudoTerminal() throws {
    // Linux's requests TIOCSPTLCK and TIOCGPTN, which are macros that Swift doesn't see.
    let unlock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    let leader = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(leader) }
    var isLocked: Int32 = 0
    var number: Int32 = 0
    try #require(ioctl(leader, unlock, &isLocked) == 0 && ioctl(leader, getNumber, &number) == 0)
    let follower = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    defer { close(follower) }
    var size = winsize(ws_row: 24, ws_col: 133, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(leader, UInt(TIOCSWINSZ), &size) == 0)
    let terminal = Terminal(descriptor: follower, environment: ["TERM": "xterm"])
    #expect(terminal.width == 133)
    #expect(terminal.colouring == .ansi)
  }
}
