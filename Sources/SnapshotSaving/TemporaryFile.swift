internal import Glibc

/// A file beside another, to take its name once it is whole.
struct TemporaryFile {
  let path: String
  private let mode: mode_t

  /// A new, empty file.
  ///
  /// - Throws: `SnapshotSavingError` where the folder can't be written to.
  init(beside neighbour: String, mode: mode_t) throws(SnapshotSavingError) {
    path = "\(neighbour).\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
    self.mode = mode
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ObservationFile.system(neighbour, errno) }
    close(descriptor)
  }

  /// Writes all of it, down to the disk.
  ///
  /// - Throws: `SnapshotSavingError`.
  func write(_ bytes: [UInt8]) throws(SnapshotSavingError) {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw ObservationFile.system(path, errno) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, bytes.count - done) }
      if count < 0, errno != EINTR { throw ObservationFile.system(path, errno) }
      done += max(0, count)
    }
    guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw ObservationFile.system(path, errno) }
  }

  /// Removes it where it still has its own name.
  func remove() { unlink(path) }
}
