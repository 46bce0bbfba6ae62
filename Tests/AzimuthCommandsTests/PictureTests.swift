import Foundation
import FoundationXML
import GraphDrawing
import Testing

/// `diagnose -o svg` with Graphviz itself.
@Suite("Pictures of paths")
struct PictureTests {
  static let isInstalled = Graphviz(searchPath: nil).program != nil
  private static let words = ["diagnose", "web-1", "sql-1:1433", "-o", "svg"]

  /// Collects the texts of a picture.
  private final class Texts: NSObject, XMLParserDelegate {
    var texts: [String] = []
    private var isText = false

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      isText = element == "text"
      if isText { texts.append("") }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if isText, let last = texts.indices.last { texts[last] += text }
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
      isText = false
    }
  }

  @Test(
    "The picture is XML that names the stations, the networks and the reason; the exit code stays the verdict's",
    .enabled(if: isInstalled, "Graphviz is not installed: apt-get install graphviz"))
  func drawn() async throws {
    let run = try await AzimuthRun(Self.words)
    #expect(run.code == 1)
    let texts = Texts()
    let parser = XMLParser(data: Data(run.output.utf8))
    parser.delegate = texts
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    for expected in ["web-1", "nva", "sql-1-nic", "10.2.0.4", "hub", "data", "✗", "sql-1 is deallocated"] {
      #expect(texts.texts.contains { $0.contains(expected) }, "\(expected) is not in \(texts.texts)")
    }
    #expect(try await AzimuthRun(Self.words).output == run.output)
  }

  @Test(
    "Names that look like markup are text in the picture",
    .enabled(if: isInstalled, "Graphviz is not installed: apt-get install graphviz"),
    arguments: [#"\"]; x [label=y"#, "><script>alert(1)<", "<BR", "&amp;&", #"\\N"#, #"\u001b[31m\n"#, "]]>--"])
  func hostileNames(name: String) async throws {
    let network = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"
    let interfaces = ["10.0.0.4", "10.0.0.5"].map { address in
      """
      {"id": "\(network)/networkInterfaces/a\(name)-\(address)", "properties": {"ipConfigurations": [{"name": "one",
       "properties": {"privateIPAddress": "\(address)",
        "subnet": {"id": "\(network)/virtualNetworks/v\(name)/subnets/s"}}}]}}
      """
    }
    let snapshot = """
      [{"id": "\(network)/virtualNetworks/v\(name)", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
        "subnets": [{"name": "s", "properties": {"addressPrefix": "10.0.0.0/24"}}]}},
       \(interfaces.joined(separator: ", "))]
      """
    let run = try await AzimuthRun(
      ["diagnose", "10.0.0.4", "10.0.0.5:22", "-o", "svg", "--snapshot", "-"], fixture: nil, input: snapshot)
    let texts = Texts()
    let parser = XMLParser(data: Data(run.output.utf8))
    parser.delegate = texts
    #expect(parser.parse(), "\(run.error) \(String(describing: parser.parserError))")
    #expect(!run.output.contains("<script"))
    #expect(texts.texts.contains("10.0.0.4"))
    #expect(run.output.split(separator: "class=\"node\"").count == 3, "two stations, whatever their names")
  }

  @Test("Without Graphviz there is an error that names the package, and exit code 3")
  func missing() async throws {
    let run = try await AzimuthRun(Self.words, environment: ["PATH": "/nonexistent"])
    #expect(run.code == 3)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("apt-get install graphviz"))
  }

  @Test("Answers that are no path have no picture", arguments: ["routes web-1", "show web-1", "snapshot info"])
  func otherCommands(line: String) async throws {
    let run = try await AzimuthRun(line.split(separator: " ").map(String.init) + ["-o", "svg"])
    #expect(run.code == 2)
    #expect(run.error.contains("azimuth diagnose"))
  }
}
