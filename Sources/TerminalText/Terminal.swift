import Glibc

/// What a descriptor leads to, as far as printing is concerned: how wide it is and whether styles are drawn.
public struct Terminal: Sendable, Hashable {
  /// What is at the other end.
  public enum Device: Sendable, Hashable {
    /// A terminal; `columns` is its width where the kernel knows it.
    case screen(columns: Int?)
    /// A file, a pipe, anything that isn't a terminal.
    case pipe
  }

  /// Columns to fit text into; nil where there is no edge to fit, as in a pipe.
  public let width: Int?
  /// Whether styles are drawn.
  public let colouring: Colouring

  /// The terminal behind an open descriptor, asked through `isatty` and `TIOCGWINSZ`.
  public init(descriptor: Int32, environment: [String: String], colour: ColourChoice = .automatic) {
    self.init(device: Self.device(of: descriptor), environment: environment, colour: colour)
  }

  /// What these surroundings amount to.
  ///
  /// `COLUMNS` overrides the kernel's width; 80 is taken where neither is known. Colour follows, first rule first: the
  /// user's choice, `NO_COLOR` (https://no-color.org), `CLICOLOR_FORCE`, `CLICOLOR=0`, `TERM=dumb` or no `TERM`, and
  /// then whether the device is a screen.
  public init(device: Device, environment: [String: String], colour: ColourChoice = .automatic) {
    width = Self.width(of: device, environment: environment)
    colouring = Self.draws(on: device, environment: environment, colour: colour) ? .ansi : .plain
  }

  /// A pipe without colour: what files and other programs get.
  public static let pipe = Terminal(device: .pipe, environment: [:])

  private static func device(of descriptor: Int32) -> Device {
    guard isatty(descriptor) == 1 else { return .pipe }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return .screen(columns: nil) }
    return .screen(columns: Int(size.ws_col))
  }

  private static func width(of device: Device, environment: [String: String]) -> Int? {
    guard case .screen(let columns) = device else { return nil }
    let requested = environment["COLUMNS"].flatMap { Int($0) }
    for case let width? in [requested, columns] where width > 0 { return width }
    return 80
  }

  private static func draws(on device: Device, environment: [String: String], colour: ColourChoice) -> Bool {
    switch colour {
    case .always: return true
    case .never: return false
    case .automatic: break
    }
    if environment["NO_COLOR", default: ""] != "" { return false }
    if !["", "0"].contains(environment["CLICOLOR_FORCE", default: ""]) { return true }
    if environment["CLICOLOR"] == "0" || ["", "dumb"].contains(environment["TERM", default: ""]) { return false }
    return device != .pipe
  }
}
