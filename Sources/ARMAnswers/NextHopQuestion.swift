internal import AzureResources
internal import IPAddressing
internal import JSONDocument

/// The body of a next hop call.
struct NextHopQuestion {
  let target: ResourceID
  let source: IPAddress
  let destination: IPAddress
  let interface: ResourceID?

  /// - Throws: `ARMError` that names the field which is missing or can't be read.
  init(_ body: JSONValue?) throws(ARMError) {
    let fields = RequestFields(body)
    target = try fields.id("targetResourceId")
    source = try fields.address("sourceIPAddress")
    destination = try fields.address("destinationIPAddress")
    interface = try fields.optionalID("targetNicResourceId")
  }
}
