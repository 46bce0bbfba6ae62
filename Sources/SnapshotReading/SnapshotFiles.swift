internal import Glibc

/// Finds the files that a `--snapshot` argument stands for.
struct SnapshotFiles {
  private static let endings = [".json", ".jsonl", ".ndjson"]

  private var found: [String] = []
  /// Folders that were seen, by device and inode: links may lead back to them.
  private var seen: Set<[UInt64]> = []

  /// The argument itself, or the JSON files in and below the folder it names, in the order of their paths.
  ///
  /// - Throws: `SnapshotError` for a path that isn't there, a folder that can't be read, and one without such files.
  static func expand(_ path: String) throws(SnapshotError) -> [String] {
    guard path != "-" else { return [path] }
    guard try status(path).st_mode & S_IFMT == S_IFDIR else { return [path] }
    var files = SnapshotFiles()
    try files.list(path)
    guard !files.found.isEmpty else { throw SnapshotError(path: path, reason: .noFilesInFolder) }
    return files.found.sorted()
  }

  private mutating func list(_ folder: String) throws(SnapshotError) {
    let status = try Self.status(folder)
    guard seen.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else { return }
    for name in try Self.names(in: folder) {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let isJSON = Self.endings.contains { name.lowercased().hasSuffix($0) }
      let kind: mode_t
      do throws(SnapshotError) {
        kind = try Self.status(path).st_mode & S_IFMT
      } catch {
        // A link to nowhere matters only where a snapshot's file should be.
        guard isJSON else { continue }
        throw error
      }
      if kind == S_IFDIR { try list(path) } else if kind == S_IFREG, isJSON { found.append(path) }
    }
  }

  /// The names in a folder but for hidden ones, in order.
  private static func names(in folder: String) throws(SnapshotError) -> [String] {
    guard let handle = opendir(folder) else { throw SnapshotError(path: folder, errno: errno) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func status(_ path: String) throws(SnapshotError) -> stat {
    var status = stat()
    guard stat(path, &status) == 0 else { throw SnapshotError(path: path, errno: errno) }
    return status
  }
}
