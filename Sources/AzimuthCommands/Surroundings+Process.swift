internal import AzureFacts
internal import Glibc
internal import TerminalText

extension Surroundings {
  /// Those of this process.
  public static func process() -> Surroundings {
    let environment = Self.readEnvironment()
    return Surroundings(
      environment: environment, standardInput: STDIN_FILENO, today: today,
      terminal: { stream, colour in
        Terminal(descriptor: descriptor(stream), environment: environment, colour: colour)
      },
      write: { stream, text in print(text, to: descriptor(stream)) })
  }

  private static var today: Day? {
    var now = time(nil)
    var parts = tm()
    guard gmtime_r(&now, &parts) != nil else { return nil }
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return Day("\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))")
  }

  /// The variables that the program or its libraries read. They are asked for one by one: the whole environment is a
  /// global variable that other threads may change.
  static let variables = [
    "AZIMUTH_SNAPSHOT", "AZIMUTH_SERVICE_TAGS", "COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PATH", "TERM",
  ]

  private static func readEnvironment() -> [String: String] {
    var found: [String: String] = [:]
    for name in variables {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return found
  }

  private static func descriptor(_ stream: Stream) -> Int32 { stream == .output ? STDOUT_FILENO : STDERR_FILENO }

  /// Writes all of the text. A reader that has gone away (`| head`) is no fault; a full disk ends the program, since
  /// half an answer must not look like a whole one.
  private static func print(_ text: String, to descriptor: Int32) {
    var text = text
    let failure: Int32 = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = Glibc.write(descriptor, base, rest.count)
        if count >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    guard failure != 0, failure != EPIPE, descriptor == STDOUT_FILENO else { return }
    print("error: standard output: \(String(cString: strerror(failure))).\n", to: STDERR_FILENO)
    exit(3)
  }
}
