import AzureResources
import JSONReading
import TestSupport
import Testing

@Suite("Rules of groups")
struct SecurityRuleReaderTests {
  private static let seed = UInt64.random(in: 0...UInt64.max)
  private static let group = "\(root)/networkSecurityGroups/nsg"

  /// Fields of a rule: mostly as Azure writes them, at times left out or unusual.
  private static let fields: [(name: String, values: [String])] = [
    ("priority", ["100", "200", #""300""#, #""x""#]),
    ("direction", [#""Inbound""#, #""outbound""#, #""Sideways""#]),
    ("access", [#""Allow""#, #""deny""#, #""AlwaysAllow""#, "1"]),
    ("protocol", [#""Tcp""#, #""UDP""#, #""*""#, #""Icmp""#, #""Esp""#, #""Bogus""#]),
    (
      "sourceAddressPrefix",
      [#""*""#, #""10.0.0.0/8""#, #""VirtualNetwork""#, #""any""#, #""10.0.0.0/33""#, #""""#, "[]"]
    ),
    ("sourceAddressPrefixes", ["[]", #"["10.1.0.0/16", "10.2.0.0/16"]"#, #"["Sql", "10.0.0.1"]"#, "null", "[1]"]),
    ("destinationAddressPrefix", [#""*""#, #""fd00::/8""#, #""Internet""#, "null"]),
    ("destinationAddressPrefixes", ["[]", #"["10.1.0.0/16"]"#]),
    (
      "destinationApplicationSecurityGroups",
      ["[]", #"[{"id": "\#(root)/applicationSecurityGroups/a"}]"#, #"[{"id": "no id"}]"#, "null"]
    ),
    ("sourcePortRange", [#""*""#, #""1024-65535""#]),
    ("sourcePortRanges", ["[]", #"["1", "2-3"]"#]),
    ("destinationPortRange", [#""443""#, #""*""#, #""22,80-90""#, #""70000""#, "null", #""""#]),
    ("destinationPortRanges", ["[]", #"["443", "8443"]"#, #"["x"]"#]),
  ]

  private static func ids(_ name: String) -> [String] {
    [
      "\(group)/securityRules/\(name)", "\(group)/SecurityRules/\(name)", "\(group.uppercased())/securityRules/\(name)",
      "\(root)/networkSecurityGroups/other/securityRules/\(name)", "\(group)/securityRules/\(name)/more/x", "",
      "nothing",
    ]
  }

  private static func rule(_ number: Int, _ random: inout SplitMix64) -> String {
    func picked(_ values: [String], _ random: inout SplitMix64) -> String {
      Int.random(in: 0..<4, using: &random) > 0 ? values[0] : values.randomElement(using: &random) ?? ""
    }
    var properties: [String] = []
    for field in fields where Int.random(in: 0..<8, using: &random) > 0 {
      let name = Int.random(in: 0..<9, using: &random) == 0 ? field.name.uppercased() : field.name
      properties.append(#""\#(name)": \#(picked(field.values, &random))"#)
    }
    let name = "rule-with-a-longer-name-\(number)"
    let id = #""id": "\#(picked(ids(name), &random))", "name": "\#(name)""#
    let all = properties.joined(separator: ", ")
    return Bool.random(using: &random) ? "{\(id), \(all)}" : "{\(id), \"properties\": {\(all)}}"
  }

  @Test("Rules read quickly say what the plain form says, in random groups")
  func agreement() throws {
    var random = SplitMix64(seed: Self.seed)
    var memory = DecodingMemory()
    var (regular, irregular) = (0, 0)
    for _ in 0..<300 {
      let rules = (0..<10).map { Self.rule($0, &random) }
      let text = #"{"id": "\#(Self.group)", "properties": {"securityRules": [\#(rules.joined(separator: ", "))]}}"#
      let (read, plain, issues) = try Self.read(text, &memory)
      #expect(read.securityRules == plain, "seed \(Self.seed): \(text)")
      #expect(read.securityRules.map(\.id.text) == plain.map(\.id.text), "seed \(Self.seed)")
      #expect(read.securityRules.map(\.name) == plain.map(\.name), "seed \(Self.seed)")
      #expect(read.securityRules.map(\.hashValue) == plain.map(\.hashValue), "seed \(Self.seed)")
      #expect(read.issues == issues, "seed \(Self.seed): \(text)")
      regular += read.securityRules.count
      irregular += issues.count
    }
    #expect(regular > 500 && irregular > 500, "seed \(Self.seed): \(regular), \(irregular)")
  }

  /// The group as it is read, and its rules each in the plain form.
  private static func read(
    _ text: String, _ memory: inout DecodingMemory
  ) throws -> (group: NetworkSecurityGroup, plain: [SecurityRule], issues: [ResourceIssue]) {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: JSONParser.padding)
    let source = SourceRange(file: 0, offset: 0, length: text.utf8.count)
    guard var parser = JSONParser() else { throw JSONSyntaxError(offset: 0, reason: .other("out of memory")) }
    var batch = ResourceBatch()
    var plain: [SecurityRule] = []
    var issues: [ResourceIssue] = []
    try bytes.withUnsafeBytes { buffer in
      try parser.withValue(in: UnsafeRawBufferPointer(rebasing: buffer[..<text.utf8.count])) { json in
        batch.decode(json, .any, source: source, &memory)
        guard let owner = json["id"]?.string.flatMap({ ResourceID($0) }) else { return }
        for element in json["properties"]?["securityRules"]?.elements.map({ $0 }) ?? [] {
          let written = element["id"]?.string.flatMap { ResourceID($0) }
          guard let id = written ?? element["name"]?.string.flatMap({ owner.child("securityRules", $0) }) else {
            continue
          }
          var reader = ResourceReader(element, owner: id)
          if let rule = SecurityRule(element, id: id, reader: &reader) { plain.append(rule) }
          issues += reader.issues
        }
      }
    }
    return (try #require(batch.networkSecurityGroups.first), plain, issues)
  }

  @Test("A rule that its group's id and its name don't name keeps the id it has")
  func otherIDs() throws {
    let other = "\(root)/networkSecurityGroups/other/securityRules/r"
    let rule = #"{"id": "\#(other)", "properties": {"priority": 100, "direction": "Inbound", "access": "Allow", "#
    let batch = try decoded(
      #"{"id": "\#(Self.group)", "properties": {"securityRules": [\#(rule)"protocol": "*"}}]}}"#)
    #expect(batch.networkSecurityGroups.first?.securityRules.map(\.id.text) == [other])
  }

  @Test("What a group's rules lack is the group's to tell, not the snapshot's")
  func groupIssues() throws {
    let batch = try decoded(
      #"{"id": "\#(Self.group)", "properties": {"securityRules": [{"name": "r", "properties": {"priority": 1}}]}}"#)
    #expect(batch.issues.isEmpty)
    #expect(batch.networkSecurityGroups.first?.securityRules.isEmpty == true)
    #expect(batch.networkSecurityGroups.first?.issues.map(\.resource.name) == ["r"])
  }
}
