/// One step of verifying a circuit.
protocol CircuitCheck: Sendable {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding]
}
