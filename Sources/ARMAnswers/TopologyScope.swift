internal import AzureResources
internal import JSONDocument

/// What a topology is asked of.
enum TopologyScope {
  case group(String)
  case virtualNetwork(ResourceID)
  case subnet(ResourceID)

  /// - Throws: `ARMError` where the body names nothing, or what it names can't be read.
  init(_ body: JSONValue?) throws(ARMError) {
    let fields = RequestFields(body)
    if let subnet = try fields.optionalFields("targetSubnet") {
      self = .subnet(try subnet.id("id"))
    } else if let network = try fields.optionalFields("targetVirtualNetwork") {
      self = .virtualNetwork(try network.id("id"))
    } else {
      self = .group(try fields.text("targetResourceGroupName"))
    }
  }
}
