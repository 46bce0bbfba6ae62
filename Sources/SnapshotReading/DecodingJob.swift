internal import AzureResources
internal import Estate
internal import JSONReading

/// A run of elements of one piece of a file.
struct DecodingJob: Sendable {
  let bytes: TextBytes
  let elements: [JSONSplitter.Element]
  /// The piece's place in its file.
  let offset: Int
  let file: Int32

  /// Decodes the elements. A fault's offset is in the file.
  func run() -> Result<ResourceBatch, JSONSyntaxError> {
    guard var parser = JSONParser() else {
      return .failure(JSONSyntaxError(offset: offset, reason: .other("out of memory")))
    }
    var batch = ResourceBatch()
    return bytes.withUnsafeBytes { buffer in
      for element in elements where element.key != SnapshotReader.versionKey {
        let source = SourceRange(file: file, offset: offset + element.range.lowerBound, length: element.range.count)
        do throws(JSONSyntaxError) {
          try parser.withValue(in: UnsafeRawBufferPointer(rebasing: buffer[element.range])) { json in
            guard element.role == .content else { return }
            let section: ResourceBatch.Section = element.key == SnapshotReader.observationsKey ? .observation : .any
            batch.decode(json, section, source: source)
          }
        } catch {
          return .failure(JSONSyntaxError(offset: source.offset + error.offset, reason: error.reason))
        }
      }
      return .success(batch)
    }
  }
}
