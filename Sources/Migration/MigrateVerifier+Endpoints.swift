internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import Routing

/// The private endpoints themselves: their state, their network, what flows through them.
extension MigrateVerifier {
  /// Step 1 of the guide: each kind's endpoint is there, and its connection is approved.
  mutating func connectionChecks() -> [Check] {
    MigrateEndpointKind.all(in: question.cloud).flatMap { kind -> [Check] in
      let own = project.endpoints.filter { $0.kind == kind }
      return own.isEmpty ? absenceCheck(kind).map { [$0] } ?? [] : own.map(stateCheck)
    }
  }

  func stateCheck(_ endpoint: MigrateProject.Endpoint) -> Check {
    let resource = estate.privateEndpoints[endpoint.index]
    let what = "private endpoint \(resource.id.name) of the \(endpoint.kind.purpose.words)"
    guard let status = endpoint.status else {
      return Check(.migrateEndpointNotApproved, .unknown, "the state of \(what) isn't in the snapshot", resource.id)
    }
    let evidence = [evidence(resource.id, "privateLinkServiceConnectionState.status", status)]
    guard status.lowercased() != "approved" else {
      return Check(.migrateEndpointNotApproved, .pass, "\(what) is approved", resource.id, evidence)
    }
    let isPending = status.lowercased() == "pending"
    let target = endpoint.target?.text ?? "<target>"
    return Check(
      .migrateEndpointNotApproved, .fail, "\(what) is \(status): nothing gets through it", resource.id, evidence,
      remedy: Remedy(
        isPending
          ? "let the owner of the target approve the connection"
          : "delete the endpoint and make it again: a connection that is \(status.lowercased()) can't be approved",
        isPending
          ? [
            "az network private-endpoint-connection list --id \(target) -o table",
            "az network private-endpoint-connection approve --id <connection id> --description approved",
          ]
          : ["az network private-endpoint delete --ids \(resource.id)"]))
  }

  private mutating func absenceCheck(_ kind: MigrateEndpointKind) -> Check? {
    guard kind.isRequired, project.id != nil || !project.endpoints.isEmpty else { return nil }
    let listed = question.settings?.entries.contains { entry in
      MigrateEndpointKind.of(name: entry.name, in: question.cloud) == kind
    }
    let command = "az network private-endpoint list -o json"
    if listed == true || estate.privateEndpoints.isEmpty {
      missing.append(
        MissingInput(
          .resource, project.id, "the private endpoint of the \(kind.purpose.words)", command: command))
      return Check(
        .migrateEndpointMissing, .unknown, "the snapshot holds no private endpoint of the \(kind.purpose.words)",
        project.id)
    }
    // Made when the appliance's key is generated, and so absent before.
    let isLater = kind.purpose == .keyVault || kind.purpose == .assessment
    return Check(
      .migrateEndpointMissing, isLater ? .warning : .fail,
      "there is no private endpoint of the \(kind.purpose.words) (\(kind.resourceType))"
        + (isLater ? ": it's made when the appliance's key is generated" : ""), project.id,
      remedy: Remedy(
        "generate the appliance's key in the project, which makes its private endpoints, or make the endpoint",
        [
          "az network private-endpoint create -g <group> -n pe-\(kind.purpose.rawValue) --subnet <subnet id>"
            + " --private-connection-resource-id <\(kind.resourceType) id> --group-id \(kind.groupID)"
            + " --connection-name pe-\(kind.purpose.rawValue)"
        ]))
  }

  /// Step 1c: the endpoint's network is the one that was chosen for the project.
  func placeChecks() -> [Check] {
    guard let wanted = project.subnet?.parent else { return [] }
    return project.endpoints.compactMap { endpoint in
      let resource = estate.privateEndpoints[endpoint.index]
      guard let network = resource.subnet?.parent else { return nil }
      let evidence = [evidence(resource.id, "subnet.id", resource.subnet?.text ?? "")]
      guard network != wanted else {
        return Check(
          .migrateEndpointElsewhere, .pass,
          "private endpoint \(resource.id.name) is in the project's network \(wanted.name)", resource.id, evidence)
      }
      // A storage account of the user's own may have its endpoint anywhere that the appliance reaches.
      return Check(
        .migrateEndpointElsewhere, endpoint.kind.isRequired ? .fail : .warning,
        "private endpoint \(resource.id.name) of the \(endpoint.kind.purpose.words) is in network \(network.name),"
          + " but the project's endpoints are in \(wanted.name)", resource.id, evidence,
        remedy: Remedy(
          "delete the endpoint and make it again in \(wanted.name)",
          ["az network private-endpoint delete --ids \(resource.id)"]))
    }
  }

  /// The second section: whether data flows, where the metrics were recorded.
  func flowChecks() -> [Check] {
    project.endpoints.compactMap { endpoint in
      let id = estate.privateEndpoints[endpoint.index].id
      let metrics = EndpointMetrics(of: id, estate)
      guard let received = metrics.bytesIn, let sent = metrics.bytesOut else { return nil }
      let name = "private endpoint \(id.name)"
      let evidence = [evidence(id, "PEBytesIn", "\(received)"), evidence(id, "PEBytesOut", "\(sent)")]
      switch (received > 0, sent > 0) {
      case (true, true):
        return Check(
          .migrateNoDataFlow, .pass, "data flows through \(name): \(received) bytes in, \(sent) bytes out", id, evidence
        )
      case (true, false):
        return Check(
          .migrateNoDataFlow, .warning,
          "\(received) bytes arrive at \(name) and none come back: the service doesn't answer", id, evidence)
      case (false, _):
        return Check(
          .migrateNoDataFlow, .warning,
          "nothing flows through \(name): the appliance doesn't reach it, or takes the public way", id, evidence)
      }
    }
  }

  /// What the portal's list says against what the endpoints have, and names that no project has.
  mutating func listChecks() -> [Check] {
    guard let settings = question.settings else { return [] }
    return settings.entries.compactMap { entry -> Check? in
      if let wrong = Self.mistyped(entry.name) {
        return Check(
          .migrateNameMistyped, .warning,
          "\(entry.name) has \"\(wrong)\", which no project's names have: they end in"
            + " privatelink.prod.migration.windowsazure.com")
      }
      guard !entry.addresses.isEmpty else {
        return Check(
          .migrateListDiffers, .unknown, "line \(entry.line) of the DNS settings names \(entry.name) without an address"
        )
      }
      guard let name = names.first(where: { $0.name == entry.name && $0.endpoint != nil }), !name.configured.isEmpty,
        let endpoint = name.endpoint
      else { return nil }
      let id = estate.privateEndpoints[endpoint].id
      let evidence = [evidence(id, "address of \(entry.name)", Self.words(name.configured))]
      guard Set(name.configured) != Set(entry.addresses) else {
        return Check(
          .migrateListDiffers, .pass, "the DNS settings have \(entry.name)'s address, \(Self.words(entry.addresses))",
          id, evidence)
      }
      return Check(
        .migrateListDiffers, .warning,
        "the DNS settings have \(Self.words(entry.addresses)) for \(entry.name), its private endpoint has"
          + " \(Self.words(name.configured)): the file is older than the endpoint", id, evidence,
        remedy: Remedy("download the DNS settings again, and replace hosts lines that came from the old file"))
    }
  }

  /// The guide's own table says `test`, which is an error for `prod`: names that people copied from it.
  private static func mistyped(_ name: String) -> String? {
    name.contains(".privatelink.test.migration.") ? "privatelink.test.migration" : nil
  }
}
