internal import AzureResources
internal import Estate
internal import JSONReading
internal import Synchronization

/// A run of elements of one piece of a file.
struct DecodingJob: Sendable {
  let bytes: TextBytes
  let elements: [JSONSplitter.Element]
  /// The piece's place in its file.
  let offset: Int
  let file: Int32

  /// Decodes the elements. A fault's offset is in the file.
  func run(_ decoder: Decoder) -> Result<ResourceBatch, JSONSyntaxError> {
    decoder.contents.withLock { contents in
      var batch = ResourceBatch()
      // Out of the parser's neighbourhood, so that both change at one time.
      var memory = DecodingMemory()
      swap(&memory, &contents.memory)
      defer { swap(&memory, &contents.memory) }
      return bytes.withUnsafeBytes { buffer in
        for element in elements where element.key != SnapshotReader.versionKey {
          let source = SourceRange(file: file, offset: offset + element.range.lowerBound, length: element.range.count)
          do throws(JSONSyntaxError) {
            try contents.parser.withValue(in: UnsafeRawBufferPointer(rebasing: buffer[element.range])) { json in
              guard element.role == .content else { return }
              let section: ResourceBatch.Section = element.key == SnapshotReader.observationsKey ? .observation : .any
              batch.decode(json, section, source: source, &memory)
            }
          } catch {
            return .failure(JSONSyntaxError(offset: source.offset + error.offset, reason: error.reason))
          }
        }
        return .success(batch)
      }
    }
  }
}
