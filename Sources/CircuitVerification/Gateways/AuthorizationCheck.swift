internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether gateways of other subscriptions were let in, and whether authorizations are left over.
///
/// - Source: ExpressRoute semantics A.2.2, rule ER-C17.
struct AuthorizationCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    let circuit = subject.circuit
    let redeemed = circuit.authorizations.filter { $0.authorizationUseStatus?.lowercased() == "inuse" }
    let foreign = subject.connections.filter { connection in
      guard let own = circuit.id.subscription, let other = connection.id.subscription else { return false }
      return own.lowercased() != other.lowercased()
    }
    var findings: [CircuitFinding] = []
    if foreign.count > redeemed.count {
      // Lists of circuits hold the authorizations' state; where it is missing nothing tells.
      let isTold = circuit.authorizations.allSatisfy { $0.authorizationUseStatus != nil }
      findings.append(
        subject.finding(
          .circuitAuthorization, isTold ? .fail : .unknown,
          "\(foreign.count) connection\(foreign.count == 1 ? "" : "s") from other subscriptions"
            + " (\(foreign.map { String($0.id.name) }.joined(separator: ", "))), but \(redeemed.count) authorization"
            + "\(redeemed.count == 1 ? " is" : "s are") in use", at: [.microsoftEdge, .gateway],
          resource: foreign[0].id,
          evidence: [
            subject.property(
              "authorizations",
              circuit.authorizations.map { "\($0.name ?? "?") \($0.authorizationUseStatus ?? "?")" }
                .joined(separator: ", "))
          ], party: .customer,
          remedy: Remedy(
            "create an authorization on the circuit and redeem it in the connection",
            [
              "az network express-route auth create\(circuit.id.resourceGroup.map { " -g \($0)" } ?? "") --circuit-name"
                + " \(circuit.id.name) -n <name>"
            ])))
    }
    let unused = circuit.authorizations.filter { $0.authorizationUseStatus?.lowercased() == "available" }
    if !unused.isEmpty {
      findings.append(
        subject.finding(
          .circuitAuthorization, .pass,
          "authorizations that nobody redeemed: \(unused.compactMap(\.name).joined(separator: ", "))", at: [],
          evidence: [subject.property("authorizations", "\(unused.count) Available")],
          reading: Reading.of(.authorizationUseStatus, "Available")))
    }
    return findings
  }
}
