internal import Glibc

/// Finds the files that a `--snapshot` argument stands for.
enum SnapshotFiles {
  private static let endings = [".json", ".jsonl", ".ndjson"]
  private static let maximumDepth = 16

  /// The argument itself, or the JSON files in and below the folder it names, in the order of their paths.
  ///
  /// - Throws: `SnapshotError` for a path that isn't there and a folder without such files.
  static func expand(_ path: String) throws(SnapshotError) -> [String] {
    guard path != "-" else { return [path] }
    guard let kind = kind(path) else { throw SnapshotError(path: path, reason: .notFound) }
    guard kind == S_IFDIR else { return [path] }
    let found = list(path, depth: 0).sorted()
    guard !found.isEmpty else { throw SnapshotError(path: path, reason: .noFilesInFolder) }
    return found
  }

  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func list(_ folder: String, depth: Int) -> [String] {
    guard depth < maximumDepth, let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var found: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch kind(path) {
      case S_IFDIR: found += list(path, depth: depth + 1)
      case S_IFREG where endings.contains { name.lowercased().hasSuffix($0) }: found.append(path)
      default: break
      }
    }
    return found
  }
}
