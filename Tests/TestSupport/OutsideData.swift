import Glibc

/// Data that is not part of this repository and is read where it lies; nil where nobody says where.
public enum OutsideData {
  /// The folder of recorded Azure answers, from `AZIMUTH_CASES`.
  public static var cases: String? { folder("AZIMUTH_CASES") }

  /// The folder of reference tables and worked examples, from `AZIMUTH_REFERENCE`.
  public static var reference: String? { folder("AZIMUTH_REFERENCE") }

  /// The names in a folder, in order.
  public static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
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

  private static func folder(_ variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
