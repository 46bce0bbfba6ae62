import CommandLineParsing
import Testing

@testable import CommandLineParsing

@Suite("The manual page")
struct ManualPageTests {
  @Test("The page holds all commands, shared options once, and the footers")
  func sections() {
    let lines = SampleProgram.program.manualPage.split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix(".SH") } == [
        #".SH "NAME""#, #".SH "SYNOPSIS""#, #".SH "DESCRIPTION""#, #".SH "COMMANDS""#, #".SH "COMMON OPTIONS""#,
        #".SH "EXIT STATUS""#, #".SH "ENVIRONMENT""#, #".SH "EXAMPLES""#,
      ])
    #expect(
      lines.filter { $0.hasPrefix(".SS") } == [
        #".SS "azimuth diagnose SOURCE DESTINATION[:PORT] [OPTIONS]""#,
        #".SS "azimuth flow MACHINE \-\-direction inbound|outbound [OPTIONS]""#,
        #".SS "azimuth snapshot info [DAY] [LINES]""#, #".SS "azimuth snapshot merge PATH... [OPTIONS]""#,
        #".SS "azimuth help [COMMAND...]""#, #".SS "azimuth completion SHELL""#,
      ])
    #expect(lines.first == #".TH "AZIMUTH" "1" "2026\-11\-21" "azimuth 0.1.0" "User Commands""#)
    #expect(lines.count { $0.contains("resource\\-group") } == 1)
  }

  @Test("The hidden word prints it")
  func hidden() {
    guard case .print(let text) = SampleProgram.outcome("__man") else {
      Issue.record("nothing is printed")
      return
    }
    #expect(text == SampleProgram.program.manualPage)
  }

  @Test("groff has nothing to complain of", .enabled(if: Subprocess.has("groff"), "groff isn't installed"))
  func groff() throws {
    let result = try Subprocess.withFile(SampleProgram.program.manualPage) {
      try Subprocess.run("groff -man -ww -z -Tutf8 \($0)")
    }
    #expect(result.output == "")
    #expect(result.status == 0)
  }

  @Test(
    "Text that roff would take for instructions is printed as it is",
    .enabled(if: Subprocess.has("groff"), "groff isn't installed"),
    arguments: [".so /etc/passwd", "'br", #"\fBbold\n"#, #"a "quoted" word"#, "~ ^ ` ' - é →", "$x *y %z"])
  func escapes(text: String) throws {
    var page = Roff()
    page.title("x", date: "2026-11-21", source: "x")
    page.section("NAME")
    page.prose(text)
    page.term(text, text)
    page.subsection(text)
    let result = try Subprocess.withFile(page.text) {
      try Subprocess.run("groff -man -ww -Tutf8 -P-cbou \($0)")
    }
    #expect(result.output.split(separator: "\n").count { $0.contains(text) } >= 3, "\(result.output)")
  }
}
