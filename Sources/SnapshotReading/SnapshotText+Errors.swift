internal import Estate
internal import JSONReading

extension SnapshotText {
  /// The error for a fault at an offset of a file, with its line.
  func error(_ fault: JSONSyntaxError, file: Int32) -> SnapshotError {
    let place = place(of: SourceRange(file: file, offset: fault.offset, length: 0))
    let line = place.split(separator: ":").last.flatMap { Int($0) }
    return SnapshotError(path: files[Int(file)].path, reason: .syntax(fault), line: line)
  }
}
