import Glibc
import Testing

@testable import GraphDrawing

@Suite("Graphviz")
struct GraphvizTests {
  static let isInstalled = Graphviz(searchPath: nil).program != nil

  @Test(
    "A graph comes back as a picture, larger ones than a pipe holds too",
    .enabled(if: isInstalled, "Graphviz is not installed: apt-get install graphviz"), arguments: [1, 400])
  func draws(nodes: Int) throws {
    let names = (0..<nodes).map { "n\($0) [label=\"\(String(repeating: "x", count: 300))\"];" }
    let picture = try Graphviz(searchPath: nil).svg(of: "digraph g { \(names.joined(separator: "\n")) }")
    #expect(picture.contains("<svg"))
    #expect(picture.hasSuffix("</svg>\n"))
    #expect(picture.split(separator: "class=\"node\"").count == nodes + 1)
  }

  @Test(
    "A graph that is none is an error with Graphviz's own words",
    .enabled(if: isInstalled, "Graphviz is not installed: apt-get install graphviz"))
  func refuses() {
    #expect {
      try Graphviz(searchPath: nil).svg(of: "digraph { a -> ")
    } throws: { error in
      guard case .failed(let status, let message)? = error as? GraphvizError else { return false }
      return status != 0 && message.contains("syntax error")
    }
  }

  @Test("A program that isn't there is an error that names the package")
  func missing() {
    #expect(throws: GraphvizError.notInstalled) { try Graphviz(searchPath: "/nonexistent:/dev").svg(of: "digraph {}") }
    #expect(GraphvizError.notInstalled.remedy.contains("graphviz"))
  }

  @Test("A program that dies of a signal, or can't be started, is an error")
  func dies() throws {
    let input = try ScratchFile()
    let output = try ScratchFile()
    let status = try ChildProcess.run(
      ["/bin/sh", "-c", "kill -KILL $$"], input: input.descriptor, output: output.descriptor, errors: output.descriptor)
    #expect(status == 128 + SIGKILL)
    #expect(throws: GraphvizError.self) {
      try ChildProcess.run(
        ["/nonexistent"], input: input.descriptor, output: output.descriptor, errors: output.descriptor)
    }
  }
}
