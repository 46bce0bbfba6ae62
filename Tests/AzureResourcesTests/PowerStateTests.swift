import AzureResources
import Testing

@Suite("Power states")
struct PowerStateTests {
  struct Place: Sendable, CustomTestStringConvertible {
    let text: String
    let state: PowerState?
    var testDescription: String { text }
  }

  @Test(
    "The state is read from wherever a tool puts it",
    arguments: [
      Place(
        text:
          #""properties": {"instanceView": {"statuses": [{"code": "ProvisioningState/succeeded"}, {"code": "PowerState/running"}]}}"#,
        state: .running),
      Place(
        text:
          #""properties": {"extended": {"instanceView": {"powerState": {"code": "PowerState/deallocated", "displayStatus": "VM deallocated"}}}}"#,
        state: .deallocated),
      Place(text: #""powerState": "VM stopped", "provisioningState": "Succeeded""#, state: .stopped),
      Place(text: #""instanceView": {"statuses": [{"code": "PowerState/stopping"}]}"#, state: .stopping),
      Place(
        text: #""Statuses": [{"Code": "ProvisioningState/succeeded"}, {"Code": "PowerState/starting"}]"#,
        state: .starting),
      Place(text: #""PowerState": "VM deallocating""#, state: .deallocating),
      Place(text: #""PowerState": "vm RUNNING""#, state: .running),
      Place(text: #""properties": {"provisioningState": "Succeeded"}"#, state: nil),
      Place(text: #""powerState": "PowerState/unknown""#, state: nil),
      Place(text: #""powerState": null"#, state: nil),
      Place(text: #""powerState": 1"#, state: nil),
    ])
  func places(place: Place) throws {
    let id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/m"
    let batch = try decoded(#"{"id": "\#(id)", \#(place.text)}"#)
    #expect(batch.virtualMachines.map(\.powerState) == [place.state])
  }
}
