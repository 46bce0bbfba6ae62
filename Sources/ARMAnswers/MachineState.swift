/// Whether a machine's recorded state counts where Azure answers for running machines only.
public enum MachineState: Sendable, Hashable, CaseIterable {
  /// Stopped machines and NICs without one are refused, as Azure does.
  case asRecorded
  /// Every NIC is answered for as if its machine ran: what Azure itself can't tell before the start.
  case asIfRunning
}
