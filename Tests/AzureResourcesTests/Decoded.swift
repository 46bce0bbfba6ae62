import AzureResources
import JSONReading

/// What a snapshot's elements decode to.
func decoded(_ elements: String..., as section: ResourceBatch.Section = .any) throws -> ResourceBatch {
  var batch = ResourceBatch()
  for (number, text) in elements.enumerated() {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: JSONParser.padding)
    let source = SourceRange(file: 0, offset: number, length: text.utf8.count)
    guard var parser = JSONParser() else { throw JSONSyntaxError(offset: 0, reason: .other("out of memory")) }
    try bytes.withUnsafeBytes { buffer in
      let value = UnsafeRawBufferPointer(rebasing: buffer[..<text.utf8.count])
      try parser.withValue(in: value) { batch.decode($0, section, source: source) }
    }
  }
  return batch
}

/// `property: problem` of each issue.
func issues(_ batch: ResourceBatch) -> [String] { batch.issues.map { "\($0.property): \($0.problem)" } }

let root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"
