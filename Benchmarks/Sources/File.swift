import Glibc

/// A file that can't be read.
struct FileError: Error, CustomStringConvertible {
  let path: String
  let code: Int32

  var description: String { "\(path): \(String(cString: strerror(code)))" }
}

/// Reads a whole file, with zeros behind it.
func bytes(of path: String, padding: Int = 0) throws(FileError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
  defer { close(descriptor) }
  let size = Int(lseek(descriptor, 0, SEEK_END))
  lseek(descriptor, 0, SEEK_SET)
  return [UInt8](unsafeUninitializedCapacity: size + padding) { buffer, count in
    while count < size, let base = buffer.baseAddress {
      let got = read(descriptor, base + count, size - count)
      guard got > 0 else { break }
      count += got
    }
    buffer[count..<count + padding].initialize(repeating: 0)
    count += padding
  }
}
