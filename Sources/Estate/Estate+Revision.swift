public import AzureResources
public import JSONDocument
internal import JSONReading

extension Estate {
  /// A copy in which some resources have other documents. All else is shared, text and typed resources alike; only
  /// these documents are decoded, and then everything is linked anew.
  ///
  /// - Parameter documents: What the resources' JSON is; nil removes a resource. A child that is stated with its parent
  ///   is changed by the parent's document.
  /// - Complexity: O(resources), as linking; decoding is O(size of the documents).
  public func revised(_ documents: [ResourceID: JSONValue?]) -> Estate {
    guard !documents.isEmpty, var parser = JSONParser() else { return self }
    var text = text
    var changed = ResourceBatch()
    for (id, document) in documents.sorted(by: { $0.key < $1.key }) {
      guard let document else { continue }
      // Every document is a file of its own, so that evidence about it names the change and not the snapshot.
      let file = text.addFile(path: "(changed) \(id.name)")
      var bytes = Array(JSONWriter.text(document).utf8)
      let count = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: JSONParser.padding))
      let source = SourceRange(file: file, offset: 0, length: count)
      bytes.withUnsafeBytes { buffer in
        let read: Void? = try? parser.withValue(in: UnsafeRawBufferPointer(rebasing: buffer[..<count])) { json in
          changed.decode(json, .any, source: source)
        }
        assert(read != nil, "what is written is JSON")
      }
      text.addPiece(TextBytes(bytes), count: count, at: 0, file: file)
    }
    var batch = batch
    batch.replace(Set(documents.keys), with: changed)
    return Estate([batch], text: text)
  }
}
