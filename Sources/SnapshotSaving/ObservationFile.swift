internal import Glibc
public import JSONDocument

/// A file of observations that grows: a native snapshot.
public enum ObservationFile {
  /// Adds observations to the end of a snapshot's list; writes a new snapshot where there is no file.
  ///
  /// The new text goes into a file beside it, which then takes its name: whoever reads sees the old text or the new one,
  /// and nothing is lost where a write fails. Programs that add at one time come one after the other.
  ///
  /// - Throws: `SnapshotSavingError`; the file is as it was then.
  /// - Complexity: O(bytes of the file).
  public static func add(_ observations: [JSONValue], to path: String) throws(SnapshotSavingError) {
    guard !observations.isEmpty else { return }
    // A link stays a link: what it leads to is replaced.
    let target = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let path = target ?? path
    for _ in 0..<100 {
      let isDone = try addOnce(observations, to: path)
      if isDone { return }
    }
    throw SnapshotSavingError(path: path, reason: .busy)
  }

  /// One try; false where another program was faster.
  private static func addOnce(_ observations: [JSONValue], to path: String) throws(SnapshotSavingError) -> Bool {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw system(path, errno) }
      let temporary = try TemporaryFile(beside: path, mode: 0o644)
      defer { temporary.remove() }
      try temporary.write(SnapshotExtension.new(observations))
      if link(temporary.path, path) == 0 { return true }
      guard errno == EEXIST else { throw system(path, errno) }
      return false
    }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 { guard errno == EINTR else { throw system(path, errno) } }
    var opened = stat()
    var named = stat()
    guard fstat(descriptor, &opened) == 0 else { throw system(path, errno) }
    guard opened.st_mode & S_IFMT == S_IFREG else {
      throw SnapshotSavingError(path: path, reason: .notASnapshot("it is no regular file"))
    }
    // Whoever held the lock before has put another file in this one's place.
    guard stat(path, &named) == 0, named.st_ino == opened.st_ino, named.st_dev == opened.st_dev else { return false }
    let text = try read(descriptor, path)
    let extended: [UInt8]
    do throws(SnapshotExtension.Reason) {
      extended = try SnapshotExtension.extended(text, observations)
    } catch {
      throw SnapshotSavingError(path: path, reason: error.reason)
    }
    let temporary = try TemporaryFile(beside: path, mode: opened.st_mode & 0o777)
    defer { temporary.remove() }
    try temporary.write(extended)
    guard rename(temporary.path, path) == 0 else { throw system(path, errno) }
    return true
  }

  private static func read(_ descriptor: Int32, _ path: String) throws(SnapshotSavingError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        guard errno == EINTR else { throw system(path, errno) }
        continue
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func system(_ path: String, _ code: Int32) -> SnapshotSavingError {
    SnapshotSavingError(path: path, reason: .system(String(cString: strerror(code))))
  }
}
