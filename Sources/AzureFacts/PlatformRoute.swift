public import IPAddressing

/// A route that the platform gives to every subnet.
///
/// - Source: `platform-routes.tsv`, row by row.
public struct PlatformRoute: Sendable, Hashable {
  public let prefix: IPPrefix
  /// `None` or `Internet`.
  public let nextHopType: String
  let from: Day
  let until: Day?
  /// The regions it holds in, in lower case; empty for all.
  let regions: [String]

  /// The platform's routes on a day in a region, each prefix once: the default routes first, then by length, as
  /// Azure lists them.
  ///
  /// - Parameter region: The region as Azure writes it; nil, where it is unknown, leaves out what held in single
  ///   regions only.
  public static func routes(on day: Day, region: String?) -> [PlatformRoute] {
    let region = region.map { $0.filter { $0 != " " }.lowercased() }
    let valid = all.filter { route in
      route.from <= day && (route.until.map { day < $0 } ?? true)
        && (route.regions.isEmpty || region.map(route.regions.contains) ?? false)
    }
    // The sort keeps the file's order within one length.
    return valid.enumerated().sorted {
      ($0.element.prefix.length, $0.offset) < ($1.element.prefix.length, $1.offset)
    }.map(\.element)
  }

  private static let all: [PlatformRoute] = FactTable.platformRoutes.rows.compactMap { PlatformRoute($0) }

  private init?(_ row: [Substring]) {
    guard row.count == 6, let prefix = try? IPPrefix(row[0]), let from = Day(row[2]) else { return nil }
    self.prefix = prefix
    nextHopType = String(row[1])
    self.from = from
    until = Day(row[3])
    regions = row[4].split(separator: ",").map { $0.lowercased() }
  }
}
