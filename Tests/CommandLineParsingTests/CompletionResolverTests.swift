import CommandLineParsing
import Testing

@Suite("Completion")
struct CompletionResolverTests {
  struct Sample: Sendable {
    let words: [String]
    let candidates: [String]
    var paths = CompletionReply.Paths.none
  }

  static let machines = ["vm-web", "vm-worker", "VM-DB", "evil\u{1B}[2J", "vm-a:b", "vm-$(id)"]

  @Test(
    "Candidates for the last word",
    arguments: [
      Sample(words: [""], candidates: ["diagnose", "flow", "snapshot", "help", "completion"]),
      Sample(words: ["--", "s"], candidates: ["snapshot"]),
      Sample(words: ["-"], candidates: ["--help", "--version"]),
      Sample(words: ["snapshot", ""], candidates: ["info", "merge"]),
      Sample(words: ["snapshot", "-"], candidates: ["--help"]),
      Sample(words: ["help", ""], candidates: ["diagnose", "flow", "snapshot", "help", "completion"]),
      Sample(words: ["help", "snapshot", "i"], candidates: ["info"]),
      Sample(words: ["nothing", ""], candidates: []),
      Sample(words: ["completion", ""], candidates: ["bash", "zsh", "fish"]),
      Sample(words: ["diagnose", ""], candidates: machines),
      Sample(words: ["diagnose", "vm-w"], candidates: ["vm-web", "vm-worker"]),
      Sample(words: ["diagnose", "x", "vm-d"], candidates: ["VM-DB"]),
      Sample(words: ["diagnose", "a", "b", ""], candidates: []),
      Sample(words: ["diagnose", "--snapshot", "empty", "vm"], candidates: []),
      Sample(words: ["diagnose", "--pro"], candidates: ["--protocol"]),
      Sample(words: ["diagnose", "--protocol", "tcp", "--p"], candidates: ["--port"]),
      Sample(words: ["diagnose", "--snapshot", "x", "--sn"], candidates: ["--snapshot"]),
      Sample(words: ["diagnose", "--protocol", ""], candidates: ["tcp", "udp", "icmp"]),
      Sample(words: ["diagnose", "--protocol", "u"], candidates: ["udp"]),
      Sample(words: ["diagnose", "--protocol=u"], candidates: ["--protocol=udp"]),
      Sample(words: ["diagnose", "-o", "t"], candidates: ["table", "tsv"]),
      Sample(words: ["diagnose", "-ve", "-o", "j"], candidates: ["json"]),
      Sample(words: ["diagnose", "--explain=x"], candidates: []),
      Sample(words: ["diagnose", "--", "--pro"], candidates: []),
      Sample(words: ["diagnose", "--snapshot", ""], candidates: [], paths: .files),
      Sample(words: ["diagnose", "--snapshot=a"], candidates: [], paths: .files),
      Sample(words: ["snapshot", "merge", "a", "b", ""], candidates: [], paths: .files),
      Sample(words: ["snapshot", "merge", "--into", ""], candidates: [], paths: .folders),
      Sample(words: [], candidates: ["diagnose", "flow", "snapshot", "help", "completion"]),
    ])
  func candidates(sample: Sample) async {
    let reply = await SampleProgram.program.completions(of: sample.words, in: { SampleContext() })
    #expect(reply.candidates.map(\.word) == sample.candidates)
    #expect(reply.paths == sample.paths)
  }

  @Test("A context that can't be made costs only the candidates that need it")
  func brokenContext() async {
    let program = SampleProgram.program
    let machines = await program.completions(of: ["diagnose", ""], in: { throw SampleFailure() })
    let values = await program.completions(of: ["diagnose", "--protocol", "t"], in: { throw SampleFailure() })
    #expect(machines == CompletionReply())
    #expect(values == CompletionReply(candidates: ["tcp"]))
  }

  @Test("Options bring their help along")
  func notes() async {
    let reply = await SampleProgram.program.completions(of: ["diagnose", "--exp"], in: { SampleContext() })
    #expect(reply.candidates == [CompletionCandidate("--explain", "Print every step")])
  }

  @Test("The reply has a line for each candidate, and none that could drive a terminal")
  func text() {
    let reply = CompletionReply(
      candidates: [
        "plain", CompletionCandidate("noted", "a\tb\nc"), "bad\nname", "esc\u{1B}", "", CompletionCandidate("ü", ""),
      ], paths: .folders)
    #expect(reply.text == "plain\nnoted\ta b c\nü\n\tfolders\n")
  }
}
