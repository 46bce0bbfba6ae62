internal import CMigrateFacts

/// A data file of tab-separated rows; lines that begin with `#` are comments.
struct MigrateFactTable {
  let rows: [[String]]

  static let endpoints = MigrateFactTable(cmigratefacts_endpoints())
  static let publicURLs = MigrateFactTable(cmigratefacts_public_urls())
  static let roles = MigrateFactTable(cmigratefacts_roles())

  private init(_ file: cmigratefacts_file) {
    let text = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    rows = text.split(separator: "\n").filter { $0.first != "#" }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
