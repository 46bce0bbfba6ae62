internal import AzureResources
internal import Estate
internal import Findings
internal import NameResolution
internal import Routing

/// `ForbiddenToAccessKeyVault`: the account, or the way to the vault.
///
/// - Source: troubleshoot-network-connectivity, "Appliance registration fails with the error ForbiddenToAccessKeyVault";
///   interpretation tables, `azureMigrate`.
extension MigrateVerifier {
  mutating func keyVaultWalk() -> [Check] {
    let vaults = self.vaults
    let own = names.filter { name in
      name.kind?.purpose == .keyVault
        && (question.error?.vault.map { name.name.hasPrefix($0 + ".") } ?? true)
    }
    var checks = [messageCheck()]
    let family = question.error?.family
    if family == .connectivity {
      checks.append(
        Check(
          .migrateAccountRole, .skipped,
          "the account's rights: the vault refused before it asked for them, so that they don't explain the error"))
    } else {
      checks.append(roleCheck(vaults.first))
      checks += vaults.map { permissionCheck($0) }
    }
    guard family != .permission else {
      checks.append(
        Check(
          .migrateVaultNetwork, .skipped,
          "the way to the vault: the vault itself answered, so that DNS, routes and proxy don't explain the error"))
      return checks
    }
    let endpoints = project.endpoints.filter { endpoint in
      endpoint.kind.purpose == .keyVault && (endpoint.target.map(vaults.contains) ?? vaults.isEmpty)
    }
    checks += endpoints.map(stateCheck)
    if endpoints.isEmpty { checks.append(noEndpointCheck(vaults.first)) }
    checks += reachChecks(own)
    checks += vaults.map { networkCheck($0) }
    return checks
  }

  /// What the message itself tells.
  private func messageCheck() -> Check {
    let vault = question.error?.vault.map { " for key vault \($0)" } ?? ""
    switch question.error?.family {
    case .permission?:
      return Check(
        .migrateErrorText, .pass,
        "the message\(vault) tells of rights: the call arrived at the vault, and was refused there")
    case .connectivity?:
      return Check(
        .migrateErrorText, .pass,
        "the message\(vault) tells of the network: the call came by the public way, or didn't arrive")
    case nil:
      return Check(
        .migrateErrorText, .skipped,
        "the message's own reason isn't known: give its whole text with --error to look at one family of causes alone")
    }
  }

  /// The vaults that the error may be about: those named, else those of the project.
  private var vaults: [ResourceID] {
    let targets = project.endpoints.filter { $0.kind.purpose == .keyVault }.compactMap(\.target)
    let group = project.id?.resourceGroup?.lowercased()
    let inGroup = estate.records.map(\.id).filter { id in
      id.type.lowercased() == "microsoft.keyvault/vaults"
        && (group == nil || id.resourceGroup?.lowercased() == group || question.error?.vault == id.name.lowercased())
    }
    let all = (targets + inGroup).reduce(into: [ResourceID]()) { if !$0.contains($1) { $0.append($1) } }
    guard let named = question.error?.vault else { return all }
    return all.filter { $0.name.lowercased() == named }
  }

  /// Step 1: at least Contributor on the subscription.
  private mutating func roleCheck(_ vault: ResourceID?) -> Check {
    let subscription = (vault ?? project.id)?.subscription.map { "/subscriptions/\($0)" } ?? "/subscriptions/<id>"
    guard !question.accounts.isEmpty else {
      return Check(
        .migrateAccountRole, .unknown,
        "which account registers the appliance isn't said: name its object id, and those of its groups, with --account")
    }
    let assignments = RoleAssignments(estate)
    let account = question.accounts[0]
    let command =
      "az role assignment list --assignee \(account) --include-groups --include-inherited --scope \(subscription) -o json"
    guard !assignments.all.isEmpty else {
      missing.append(MissingInput(.resource, project.id, "role assignments of \(account)", command: command))
      return Check(.migrateAccountRole, .unknown, "the snapshot holds no role assignments")
    }
    let own = assignments.of(question.accounts)
    if let grant = own.first(where: { $0.covers(subscription) && $0.role?.grants.contains(.contributor) == true }) {
      return Check(
        .migrateAccountRole, .pass,
        "the account is \(grant.role?.name ?? "") at \(grant.writtenScope)")
    }
    let below = own.first { $0.role?.grants.contains(.contributor) == true }
    let custom = own.contains { $0.role == nil && $0.covers(subscription) }
    let tail = below.map { ": it's \($0.role?.name ?? "") only at \($0.writtenScope)" } ?? ""
    return Check(
      .migrateAccountRole, custom ? .unknown : .fail,
      custom
        ? "the account has a role at the subscription whose rights the snapshot doesn't tell"
        : "the account isn't Contributor on the subscription\(tail)", nil,
      remedy: custom
        ? nil
        : Remedy(
          "make the account Contributor on the subscription",
          ["az role assignment create --assignee \(account) --role Contributor --scope \(subscription)"]))
  }

  /// Step 2: the vault's own rights. Contributor on the subscription has none of them.
  private mutating func permissionCheck(_ vault: ResourceID) -> Check {
    guard let access = KeyVaultAccess(vault, estate) else {
      missing.append(
        MissingInput(.resource, vault, "key vault \(vault.name)", command: "az keyvault show --id \(vault) -o json"))
      return Check(.migrateVaultPermission, .unknown, "the snapshot lacks key vault \(vault.name)", vault)
    }
    guard let account = question.accounts.first else {
      return Check(
        .migrateVaultPermission, .unknown, "whether the account may use \(vault.name): name it with --account", vault)
    }
    return access.usesRoles ? roleCheck(inside: vault, account) : policyCheck(vault, access, account)
  }

  private mutating func roleCheck(inside vault: ResourceID, _ account: String) -> Check {
    let assignments = RoleAssignments(estate)
    let evidence = [evidence(vault, "enableRbacAuthorization", "true")]
    guard !assignments.all.isEmpty else {
      missing.append(
        MissingInput(
          .resource, vault, "role assignments at \(vault.name)",
          command: "az role assignment list --scope \(vault) --include-inherited -o json"))
      return Check(.migrateVaultPermission, .unknown, "the snapshot holds no role assignments", vault, evidence)
    }
    let grant = assignments.of(question.accounts).first {
      $0.covers(vault.text) && $0.role?.grants.contains(.vaultData) == true
    }
    if let role = grant?.role {
      return Check(.migrateVaultPermission, .pass, "the account is \(role.name) at \(vault.name)", vault, evidence)
    }
    return Check(
      .migrateVaultPermission, .fail,
      "\(vault.name) asks roles, and the account has none for its data; Contributor on the subscription gives none",
      vault,
      evidence,
      remedy: Remedy(
        "give the account a role for the vault's data; who gives it has to be Owner or User Access Administrator",
        ["az role assignment create --assignee \(account) --role \"Key Vault Administrator\" --scope \(vault)"]))
  }

  private func policyCheck(_ vault: ResourceID, _ access: KeyVaultAccess, _ account: String) -> Check {
    let own = access.policies.filter { question.accounts.contains($0.objectID) }
    let evidence = [evidence(vault, "accessPolicies", own.map(\.objectID).joined(separator: ", "))]
    if own.contains(where: \.isEnough) {
      return Check(
        .migrateVaultPermission, .pass, "\(vault.name) has an access policy for the account", vault, evidence)
    }
    return Check(
      .migrateVaultPermission, .fail,
      own.isEmpty
        ? "\(vault.name) has no access policy for the account"
        : "\(vault.name)'s access policy for the account lacks rights on secrets or certificates", vault, evidence,
      remedy: Remedy(
        "enter an access policy for the account",
        [
          "az keyvault set-policy --name \(vault.name) --object-id \(account) --secret-permissions all"
            + " --certificate-permissions all --key-permissions all"
        ]))
  }

  /// Step 3, without an endpoint to look at.
  private func noEndpointCheck(_ vault: ResourceID?) -> Check {
    let hasOthers = !estate.privateEndpoints.isEmpty
    return Check(
      .migrateEndpointMissing, hasOthers ? .fail : .unknown,
      hasOthers
        ? "\(vault.map { "key vault \($0.name)" } ?? "the key vault") has no private endpoint"
        : "the snapshot holds no private endpoints", vault,
      remedy: hasOthers
        ? Remedy(
          "make the private endpoint",
          [
            "az network private-endpoint create -g <group> -n pe-vault --subnet <subnet id>"
              + " --private-connection-resource-id \(vault?.text ?? "<vault id>") --group-id vault"
              + " --connection-name pe-vault"
          ]) : nil)
  }

  /// Step 9: the vault's firewall counts for calls by the public way alone.
  private mutating func networkCheck(_ vault: ResourceID) -> Check {
    guard let access = KeyVaultAccess(vault, estate) else {
      return Check(.migrateVaultNetwork, .unknown, "the snapshot lacks key vault \(vault.name)", vault)
    }
    let states = access.connections.map { $0.lowercased() }
    let evidence = [
      evidence(vault, "publicNetworkAccess", access.publicNetworkAccess ?? "not set"),
      evidence(vault, "networkAcls.defaultAction", access.defaultAction ?? "not set"),
    ]
    let isApproved =
      states.contains("approved")
      || project.endpoints.contains { $0.target == vault && $0.status?.lowercased() == "approved" }
    if access.isClosed, !isApproved {
      return Check(
        .migrateVaultNetwork, .fail,
        "\(vault.name) turns public calls away and has no approved private endpoint: nobody reaches it", vault,
        evidence,
        remedy: Remedy("approve or make its private endpoint"))
    }
    return Check(
      .migrateVaultNetwork, .pass,
      access.isClosed
        ? "\(vault.name) turns public calls away: only private ones arrive, which its firewall doesn't touch"
        : "\(vault.name)'s firewall lets calls in", vault, evidence)
  }
}
