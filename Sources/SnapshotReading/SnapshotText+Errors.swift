internal import Estate
internal import JSONReading

extension SnapshotText {
  /// The error for a fault at an offset of a file's text, with its line. The offset becomes one of the file itself.
  func error(_ fault: JSONSyntaxError, file: Int32) -> SnapshotError {
    let range = SourceRange(file: file, offset: fault.offset, length: 0)
    let line = place(of: range).split(separator: ":").last.flatMap { Int($0) }
    var fault = fault
    if files[Int(file)].encoding == .utf16 {
      let before = SourceRange(file: file, offset: 0, length: fault.offset)
      fault.offset = withBytes(of: before) { UTF16Text.offset(after: $0) } ?? fault.offset
    }
    return SnapshotError(path: files[Int(file)].path, reason: .syntax(fault), line: line)
  }
}
