import Glibc

/// A descriptor to read a file by; nil where that can't be had.
func fopenForReading(_ path: String) -> Int32? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  return descriptor < 0 ? nil : descriptor
}
