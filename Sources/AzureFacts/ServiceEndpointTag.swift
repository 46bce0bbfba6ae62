/// Which service tag holds the addresses behind a service endpoint.
///
/// - Source: `service-endpoint-tags.tsv`, row by row.
public enum ServiceEndpointTag {
  /// The tag for a service such as `Microsoft.Storage`; nil for a service that the table lacks.
  public static func name(of service: String) -> String? { names[service.lowercased()] }

  private static let names = Dictionary(
    uniqueKeysWithValues: FactTable.serviceEndpointTags.rows.filter { $0.count == 3 }
      .map { ($0[0].lowercased(), String($0[1])) })
}
