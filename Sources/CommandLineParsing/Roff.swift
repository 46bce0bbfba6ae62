/// Writes the macros of man(7).
struct Roff {
  private(set) var text = ""

  mutating func title(_ name: String, date: String, source: String) {
    macro("TH", name.uppercased(), "1", date, source, "User Commands")
  }

  mutating func section(_ title: String) { macro("SH", title) }

  mutating func subsection(_ title: String) { macro("SS", title) }

  mutating func paragraph(_ text: String) { line(text) }

  /// Paragraphs parted by empty lines; a line that begins with a space is printed as it stands.
  mutating func prose(_ prose: String) {
    var isFresh = true
    for source in prose.split(separator: "\n", omittingEmptySubsequences: false) {
      if source.isEmpty {
        isFresh = true
        continue
      }
      if isFresh { macro("PP") }
      isFresh = false
      if source.first == " " {
        macro("RS", "4")
        macro("nf")
        line(String(source.drop { $0 == " " }))
        macro("fi")
        macro("RE")
      } else {
        line(String(source))
      }
    }
  }

  /// A term and its meaning, indented.
  mutating func term(_ term: String, _ meaning: String) {
    macro("TP")
    text += "\\fB" + Self.escaped(term) + "\\fR\n"
    line(meaning)
  }

  /// A line that stands alone and begins with a word in bold.
  mutating func line(bold word: String, _ rest: some StringProtocol) {
    text += "\\fB" + Self.escaped(word) + "\\fR" + Self.escaped(String(rest)) + "\n"
    macro("br")
  }

  mutating func example(_ purpose: String, _ command: String) {
    macro("PP")
    line(purpose)
    macro("PP")
    macro("RS", "4")
    macro("nf")
    line(command)
    macro("fi")
    macro("RE")
  }

  private mutating func line(_ line: String) {
    let escaped = Self.escaped(line)
    // A dot at a line's beginning would make it a request.
    text += (escaped.first == "." ? "\\&" : "") + escaped + "\n"
  }

  private mutating func macro(_ name: String, _ arguments: String...) {
    let quoted = arguments.map { " \"" + Self.escaped($0).replacing("\"", with: "\\(dq") + "\"" }
    text += "." + name + quoted.joined() + "\n"
  }

  /// Text in which roff sees no escapes; a hyphen is a minus, so that options can be copied from the page.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      case _ where !scalar.isASCII: result += "\\[u" + Self.hexadecimal(scalar) + "]"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
