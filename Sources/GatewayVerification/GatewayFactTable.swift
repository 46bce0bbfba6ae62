internal import CGatewayFacts

/// A data file of tab-separated rows; lines that begin with `#` are comments.
struct GatewayFactTable {
  let rows: [[Substring]]

  static let skus = GatewayFactTable(cgatewayfacts_gateway_skus())
  static let troubleshootCodes = GatewayFactTable(cgatewayfacts_troubleshoot_codes())

  private init(_ file: cgatewayfacts_file) {
    let text = String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    rows = text.split(separator: "\n").filter { $0.first != "#" }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }
}
