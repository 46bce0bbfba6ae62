internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument

/// Public addresses that nothing uses.
struct PublicAddressCheck: AuditCheck {
  static let code = CheckCode.publicAddressUnused

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.publicIPAddresses.compactMap { address in
      guard address.ipConfiguration == nil, let properties = estate.json(address.id)?["properties"],
        properties["natGateway"]?["id"] == nil, properties["provisioningState"] != nil
      else { return nil }
      return Finding(
        code, .note,
        "public address \(address.id.name)\(address.ipAddress.map { " (\($0))" } ?? "") is attached to nothing",
        address.id,
        [audited.property(address.id, "ipConfiguration", "none")],
        remedy: Remedy("delete it, unless somebody keeps it", ["az network public-ip delete --ids \(address.id)"]))
    }
  }
}
