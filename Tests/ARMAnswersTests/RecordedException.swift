/// Recorded answers that can't follow from the configuration that was recorded with them, and why. `docs/agreement.md`
/// says more of each.
enum RecordedException {
  static let reasons: [String: String] = [
    "connectivity-check-028-verifynetworkpeeringwithnetworkwatchertest":
      "asked before the new peerings were in force, though both are Connected; -030 asks the same later, and agrees",
    "netlab-effective-nsg-sepath-r1": "the published answer masks the group's id",
    "nsg-diagnostic-003-test-network-watcher-vm":
      "Azure answered without results minutes after the machine's start; flow verify said Unknown in the same run",
    "nsg-diagnostic-006-test-network-watcher-vm": "the snapshot lacks the group that a policy put on the subnet",
    "nsg-diagnostic-007-test-network-watcher-vm": "the snapshot lacks the group that a policy put on the subnet",
    "nsg-diagnostic-010-test-cli-mgmt-network-watcher-test-network-watch":
      "the snapshot lacks the group that a policy put on the subnet",
    "topology-004-test-network-watcher-vm": "the snapshot lacks the group that a policy put on the subnet",
    "topology-013-test-cli-mgmt-network-watcher-test-network-watch":
      "the snapshot lacks the group that a policy put on the subnet",
  ]
}
