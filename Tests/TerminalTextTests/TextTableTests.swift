import TerminalText
import Testing
import TestSupport

@Suite("Tables")
struct TextTableTests {
  static func screen(_ columns: Int, colour: ColourChoice = .never) -> Terminal {
    Terminal(device: .screen(columns: columns), environment: [:], colour: colour)
  }

  static var routes: TextTable {
    var table = TextTable([
      TableColumn("Source", overflow: .keep), TableColumn("Prefix", overflow: .wrap, priority: 1),
      TableColumn("Hops", alignment: .right, overflow: .keep), TableColumn("Next hop", overflow: .cut),
    ])
    table.append(["Default", "10.0.0.0/8,192.168.0.0/16,172.16.0.0/12", "1", "VnetLocal"])
    table.append(["User", "0.0.0.0/0", "12", "VirtualAppliance 10.0.100.4 firewall"])
    table.append(["日本"])
    return table
  }

  @Test("In a pipe the table stays whole, one row a line, without padding at the end")
  func pipe() {
    #expect(
      Self.routes.text(for: .pipe) == """
        Source   Prefix                                   Hops  Next hop
        -------  ---------------------------------------  ----  ------------------------------------
        Default  10.0.0.0/8,192.168.0.0/16,172.16.0.0/12     1  VnetLocal
        User     0.0.0.0/0                                  12  VirtualAppliance 10.0.100.4 firewall
        日本

        """)
  }

  @Test("On a terminal that is wide enough it looks as in a pipe")
  func wide() {
    #expect(Self.routes.text(for: Self.screen(92)) == Self.routes.text(for: .pipe))
    #expect(Self.routes.text(for: Self.screen(91)) != Self.routes.text(for: .pipe))
  }

  @Test("Columns of low priority give way first: here the last one is cut")
  func cut() {
    #expect(
      Self.routes.text(for: Self.screen(75)) == """
        Source   Prefix                                   Hops  Next hop
        -------  ---------------------------------------  ----  -------------------
        Default  10.0.0.0/8,192.168.0.0/16,172.16.0.0/12     1  VnetLocal
        User     0.0.0.0/0                                  12  VirtualAppliance 1…
        日本

        """)
  }

  @Test("Then the next one wraps after its commas")
  func wrapped() {
    #expect(
      Self.routes.text(for: Self.screen(50)) == """
        Source   Prefix                   Hops  Next hop
        -------  -----------------------  ----  ----------
        Default  10.0.0.0/8,                 1  VnetLocal
                 192.168.0.0/16,
                 172.16.0.0/12
        User     0.0.0.0/0                  12  VirtualAp…
        日本

        """)
  }

  @Test("Where nothing more can give way each row becomes a list")
  func records() {
    #expect(
      Self.routes.text(for: Self.screen(30)) == """
        Source    Default
        Prefix    10.0.0.0/8,
                  192.168.0.0/16,
                  172.16.0.0/12
        Hops      1
        Next hop  VnetLocal

        Source    User
        Prefix    0.0.0.0/0
        Hops      12
        Next hop  VirtualAppliance
                  10.0.100.4 firewall

        Source    日本

        """)
  }

  @Test("Styles colour the text alone, headings and rules too")
  func styles() {
    var table = TextTable([TableColumn("State"), TableColumn("Name")])
    table.append([StyledText("Failed", .error), "vm"])
    #expect(
      table.text(for: Self.screen(80, colour: .always))
        == "\u{1B}[1mState\u{1B}[0m   \u{1B}[1mName\u{1B}[0m\n\u{1B}[2m------\u{1B}[0m  \u{1B}[2m----\u{1B}[0m\n"
        + "\u{1B}[1;31mFailed\u{1B}[0m  vm\n")
  }

  @Test("A row longer than the heading keeps all its cells")
  func longRow() {
    var table = TextTable([TableColumn("A")])
    table.append(["1", "2"])
    #expect(table.text(for: .pipe) == "A\n-  -\n1  2\n")
  }

  @Test("A table without rows is its heading, one without columns is nothing")
  func empty() {
    #expect(TextTable([TableColumn("Name")]).text(for: .pipe) == "Name\n----\n")
    #expect(TextTable([]).text(for: .pipe) == "")
  }

  @Test("A hostile name stays in its row and can't drive the terminal")
  func hostile() {
    var table = TextTable([TableColumn("Name"), TableColumn("State")])
    table.append(["vm\n\u{1B}[2J", "ok"])
    #expect(table.text(for: .pipe) == "Name           State\n-------------  -----\nvm\\n\\u{1b}[2J  ok\n")
  }

  @Test("No line is wider than the terminal, and no cell loses a character unless an ellipsis says so")
  func properties() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let overflow: [TableColumn.Overflow] = [.keep, .wrap, .cut]
      let columns = (0..<Int.random(in: 1...5, using: &random)).map { index in
        TableColumn(
          "C\(index)", alignment: Bool.random(using: &random) ? .left : .right,
          overflow: overflow[Int.random(in: 0..<3, using: &random)], priority: Int.random(in: 0...2, using: &random),
          minimumWidth: Int.random(in: 2...6, using: &random))
      }
      var table = TextTable(columns)
      let rows = (0..<Int.random(in: 0...4, using: &random)).map { _ in columns.map { _ in Self.cell(&random) } }
      for row in rows { table.append(row) }
      let width = Int.random(in: 12...60, using: &random)
      let text = table.text(for: Self.screen(width))
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "seed \(seed)\n\(text)") }
      let cells = rows.joined().joined()
      for character in Set("xyz日") where !text.contains("…") {
        #expect(text.count { $0 == character } == cells.count { $0 == character }, "seed \(seed)\n\(text)")
      }
    }
  }

  private static func cell(_ random: inout SplitMix64) -> String {
    let alphabet: [Character] = ["x", "y", "z", "日", " ", "/", ","]
    return String(
      (0..<Int.random(in: 0...30, using: &random)).map { _ in alphabet[Int.random(in: 0..<7, using: &random)] })
  }
}
