import Glibc

/// A file without a name, gone when it is closed: what a child process reads or writes needs no pipe that could fill up.
struct ScratchFile: ~Copyable {
  private let stream: UnsafeMutablePointer<FILE>

  init() throws(GraphvizError) {
    guard let stream = tmpfile() else { throw .system("creating a temporary file", code: errno) }
    self.stream = stream
    _ = fcntl(fileno(stream), F_SETFD, FD_CLOEXEC)
  }

  deinit { fclose(stream) }

  var descriptor: Int32 { fileno(stream) }

  /// Writes a text and goes back to the beginning.
  func write(_ text: String) throws(GraphvizError) {
    var copy = text
    let count = copy.withUTF8 { fwrite($0.baseAddress, 1, $0.count, stream) }
    guard count == text.utf8.count, fflush(stream) == 0 else {
      throw .system("writing a temporary file", code: errno)
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  /// All that is in it.
  var text: String {
    let length = Int(lseek(descriptor, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: max(0, length))
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
