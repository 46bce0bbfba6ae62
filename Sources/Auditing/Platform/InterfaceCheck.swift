internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument

/// NICs of nothing.
struct InterfaceCheck: AuditCheck {
  static let code = CheckCode.interfaceUnattached

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.networkInterfaces.indices.compactMap { index in
      let interface = estate.networkInterfaces[index]
      guard interface.isReadFromAzure, interface.privateEndpoint == nil, interface.virtualMachine == nil,
        estate.virtualMachine(ofInterface: index) == nil, let properties = estate.json(interface.id)?["properties"],
        properties["privateLinkService"]?["id"] == nil, properties["hostedWorkloads"]?.elements?.isEmpty ?? true
      else { return nil }
      return Finding(
        code, .note, "NIC \(interface.id.name) is attached to no machine", interface.id,
        [audited.property(interface.id, "virtualMachine", "none")],
        remedy: Remedy("delete it, unless somebody keeps it", ["az network nic delete --ids \(interface.id)"]))
    }
  }
}
