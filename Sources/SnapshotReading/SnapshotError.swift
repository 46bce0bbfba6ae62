internal import Glibc
public import JSONReading

/// Why a snapshot can't be read: nothing of it is loaded then.
public struct SnapshotError: Error, Sendable, CustomStringConvertible {
  /// The kinds of fault.
  public enum Reason: Sendable {
    case notFound
    case unreadable(errno: Int32, message: String)
    case noFilesInFolder
    case empty
    case syntax(JSONSyntaxError)
    case unsupportedVersion(String)
    case tooLarge(limitInBytes: Int)
    case outOfMemory
  }

  /// The file as the user named it; `-` is standard input.
  public let path: String
  public let reason: Reason
  /// The line of the fault, from 1.
  public let line: Int?

  init(path: String, reason: Reason, line: Int? = nil) {
    self.path = path
    self.reason = reason
    self.line = line
  }

  /// The error for what a system call said of a path.
  init(path: String, errno code: Int32) {
    let message = String(cString: strerror(code))
    self.init(path: path, reason: code == ENOENT ? .notFound : .unreadable(errno: code, message: message))
  }

  /// What is wrong and where, in a sentence.
  public var description: String {
    switch reason {
    case .notFound: "\(path): no such file or folder"
    case .unreadable(_, let message): "\(path): \(message)"
    case .noFilesInFolder: "\(path): the folder holds no .json, .jsonl or .ndjson file"
    case .empty: "\(path): the file is empty"
    case .syntax(let error):
      "\(path): byte \(error.offset)" + (line.map { ", line \($0)" } ?? "") + ": \(error.reasonText)"
    case .unsupportedVersion(let text): "\(path): the snapshot's version is \(text); this program reads version 1"
    case .tooLarge(let limit): "\(path): larger than \(limit >> 30 > 0 ? "\(limit >> 30) GiB" : "\(limit >> 20) MiB")"
    case .outOfMemory: "\(path): not enough memory"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch reason {
    case .notFound: "Name an existing file or folder with --snapshot, or set AZIMUTH_SNAPSHOT."
    case .unreadable: "Check the file's permissions."
    case .noFilesInFolder: "Name a folder that holds the output of `az ... -o json` or a saved snapshot."
    case .empty: "See whether the command that wrote it failed, and save it again. Nothing was loaded."
    case .syntax: "Save the file again: `az ... -o json > FILE`. Nothing of it was loaded."
    case .unsupportedVersion: "Use a newer azimuth, or save the snapshot again with this one."
    case .tooLarge: "Split the snapshot into several files, or narrow it to the networks in question."
    case .outOfMemory: "Narrow the snapshot to the networks in question."
    }
  }
}
