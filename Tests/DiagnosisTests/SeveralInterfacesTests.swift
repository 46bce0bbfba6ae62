import AzureResources
import Diagnosis
import EstateFixtures
import Findings
import IPAddressing
import JSONDocument
import PathAnalysis
import Testing

/// Guests with several NICs, of which the primary one alone has the default gateway (routing semantics E-004).
@Suite("Machines with several NICs")
struct SeveralInterfacesTests {
  private typealias Lab = EstateBuilder

  /// Two peered networks; `vm1` and `vm2` have a second NIC each, `one` and `two`, in the subnet `other`.
  private var lab: EstateBuilder {
    var lab = EstateBuilder.pair
    lab.secondInterface("one", of: "vm1", in: "left/other", "10.1.2.10")
    lab.secondInterface("two", of: "vm2", in: "right/other", "10.2.2.10")
    lab.machine("beside", in: "right/other", "10.2.2.20")
    return lab
  }

  private func warning(_ diagnosis: Diagnosis) -> Check? {
    diagnosis.checks.first { $0.code == .secondaryInterface }
  }

  @Test("A machine sends by the NIC in the destination's subnet, else by the primary one")
  func chosen() throws {
    let far = try Plant.diagnose(lab, "vm2", "vm1")
    #expect(far.source.address.description == "10.2.1.10")
    let near = try Plant.diagnose(lab, "vm2", "beside")
    #expect(near.source.address.description == "10.2.2.10")
    let asked = try Plant.diagnose(lab, "beside", "vm2")
    #expect(asked.destination.address.description == "10.2.2.10")
    for diagnosis in [far, near, asked] {
      #expect(diagnosis.verdict == .reachable)
      #expect(warning(diagnosis) == nil)
    }
  }

  @Test("A group at the NIC that the guest doesn't use stops nothing")
  func unusedInterface() throws {
    var lab = lab
    lab.securityGroup("nsg", at: ["two"])
    lab.securityRule("nsg", "deny-out", 100, "Deny", "Outbound")
    #expect(try Plant.diagnose(lab, "vm2", "vm1").verdict == .reachable)
    #expect(try Plant.diagnose(lab, "vm2", "beside").cause?.code == .ruleDenies)
  }

  @Test("A secondary NIC's address with the other end outside its subnet is a warning, at either end")
  func warned() throws {
    let answers = try Plant.diagnose(lab, "vm1", "10.2.2.10")
    let check = try #require(warning(answers))
    #expect(check.status == .warning)
    #expect(check.resource?.text == Lab.nic("two"))
    #expect(check.summary.contains("sends answers by vm2-nic, where Azure drops what carries 10.2.2.10"))
    #expect(
      check.remedy?.commands == ["ip route add default via 10.2.2.1 table 200", "ip rule add from 10.2.2.10 table 200"])
    #expect(answers.assumptions.contains { $0.code == .guestRoutes && $0.resource?.text == Lab.nic("two") })
    let packets = try Plant.diagnose(lab, "10.1.2.10", "vm2")
    #expect(warning(packets)?.summary.contains("sends packets by vm1-nic") == true)
    #expect(packets.verdict == .reachable)
  }

  @Test("Within the subnet, at the primary NIC, or where nothing says which that is, nothing is warned of")
  func sound() throws {
    #expect(warning(try Plant.diagnose(lab, "beside", "10.2.2.10")) == nil)
    #expect(warning(try Plant.diagnose(lab, "vm1", "10.2.1.10")) == nil)
    var silent = lab
    silent.remove(Lab.machine("vm2"))
    #expect(warning(try Plant.diagnose(silent, "vm1", "10.2.2.10")) == nil)
  }

  @Test("Where the primary NIC forwards, Azure lets the other address out, but by that NIC's filters")
  func forwarding() throws {
    var lab = lab
    lab.set(Lab.nic("vm2"), "enableIPForwarding", true)
    let check = try #require(warning(try Plant.diagnose(lab, "vm1", "10.2.2.10")))
    #expect(!check.summary.contains("drops"))
  }

  @Test("The page's example is what a diagnosis says")
  func example() throws {
    var lab = EstateBuilder.pair
    lab.secondInterface("data", of: "vm2", in: "right/other", "10.2.2.10")
    let check = warning(try Plant.diagnose(lab, "vm1", "10.2.2.10"))
    #expect(
      check?.summary == "data-nic is not the primary NIC of vm2, and 10.1.1.10 is outside its subnet: the guest sends"
        + " answers by vm2-nic, where Azure drops what carries 10.2.2.10, unless the guest has routes of its own")
  }
}

extension EstateBuilder {
  /// Another NIC, `NAME-nic`, of a machine.
  mutating func secondInterface(_ name: String, of machine: String, in subnet: String, _ address: String) {
    self.machine(name, in: subnet, address)
    remove(Self.machine(name))
    set(Self.nic(name), "primary", false)
    set(Self.nic(name), "virtualMachine", ["id": .string(Self.machine(machine))])
  }
}
