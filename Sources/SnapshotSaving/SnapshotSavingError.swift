/// Why observations can't be saved: the file is as it was then.
public struct SnapshotSavingError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    /// The file is JSON or text of another kind: it isn't overwritten.
    case notASnapshot(String)
    case unsupportedVersion(String)
    /// What the operating system says.
    case system(String)
    /// Others wrote the file each time.
    case busy
  }

  public let path: String
  public let reason: Reason

  /// What is wrong and where, without a full stop.
  public var description: String {
    switch reason {
    case .notASnapshot(let text): "\(path) is no snapshot that can be extended: \(text); it was left as it is"
    case .unsupportedVersion(let text): "\(path): the snapshot's version is \(text); this program writes version 1"
    case .system(let text): "\(path) can't be written: \(text)"
    case .busy: "\(path) is being written by others all the time"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch reason {
    case .notASnapshot:
      "Name a file that doesn't exist yet, or one that begins with {\"azimuth\": 1. Several files make one snapshot:"
        + " --snapshot may be given twice."
    case .unsupportedVersion: "Use the version of azimuth that wrote it, or name another file."
    case .system: "Name a file in a folder that you may write to."
    case .busy: "Try again, or let each program save to a file of its own."
    }
  }
}
