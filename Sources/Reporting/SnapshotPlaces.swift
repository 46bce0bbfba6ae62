internal import Auditing
internal import AzureResources
internal import Diagnosis
internal import Estate
internal import Findings
internal import JSONReading

/// Where the snapshot holds what findings are about: file and line, found for all of them in one pass over the text.
struct SnapshotPlaces: Sendable {
  private let lines: [SourceRange: Int]
  private let paths: [String]
  private let sources: [ResourceID: SourceRange]

  /// - Complexity: O(size of the files with findings).
  init(_ findings: [Finding], of estate: Estate) {
    var sources: [ResourceID: SourceRange] = [:]
    var ranges: Set<SourceRange> = []
    for finding in findings {
      if let source = Self.source(finding.resource, estate) {
        sources[finding.resource] = source
        ranges.insert(source)
      }
      for source in finding.evidence.compactMap(\.source) { ranges.insert(source) }
    }
    self.sources = sources
    lines = estate.text.lines(of: ranges)
    paths = estate.text.files.map(\.path)
  }

  /// The resource's own place, or that of the parent that it came with.
  private static func source(_ id: ResourceID, _ estate: Estate) -> SourceRange? {
    var owner: ResourceID? = id
    while let place = owner {
      if let record = estate.record(place) { return record.source }
      owner = place.parent
    }
    return nil
  }

  subscript(source: SourceRange) -> (path: String, line: Int)? {
    lines[source].map { (paths[Int(source.file)], $0) }
  }

  subscript(id: ResourceID) -> (path: String, line: Int)? { sources[id].flatMap { self[$0] } }
}
