internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Private endpoints whose connection isn't approved (D11).
struct EndpointApprovalCheck: AuditCheck {
  static let code = CheckCode.endpointNotApproved

  static func findings(in audited: AuditedEstate) -> [Finding] {
    audited.estate.privateEndpoints.flatMap { endpoint -> [Finding] in
      endpoint.connections.compactMap { connection in
        guard let status = connection.status, status.lowercased() != "approved" else { return nil }
        let target = connection.target.map { String($0.name) } ?? "its target"
        return Finding(
          code, .error,
          "private endpoint \(endpoint.id.name) is \(status) at \(target): nothing gets through it", endpoint.id,
          [audited.property(endpoint.id, "privateLinkServiceConnectionState", status)],
          remedy: Remedy(
            status.lowercased() == "pending" ? "approve the connection at \(target)" : "create the endpoint again",
            connection.target.map { ["az network private-endpoint-connection list --id \($0)"] } ?? []))
      }
    }
  }
}
