internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether both links of a Direct port are switched on, alike encrypted, up and lit.
///
/// - Source: ExpressRoute semantics A.2.1, rule ER-C18.
struct DirectPortCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard let id = subject.circuit.expressRoutePort else { return [] }
    guard let port = subject.catalog.port(id) else {
      return [
        subject.finding(
          .directPort, .unknown, "the snapshot lacks port \(id.name), which the circuit is on",
          at: [.customerEdge, .microsoftEdge], resource: id,
          remedy: Remedy("read the port", ["az network express-route port show --ids \(id) -o json"]))
      ]
    }
    return zip(DevicePath.allCases, port.links).map { path, link in
      let name = "link \(link.name ?? path.rawValue) of port \(port.id.name)"
      func fail(_ what: String, _ property: String, _ value: String?, _ advice: String) -> CircuitFinding {
        subject.finding(
          .directPort, .fail, "\(name) \(what)", at: [.customerEdge, .microsoftEdge], path: path, resource: port.id,
          evidence: [subject.property("links.\(link.name ?? path.rawValue).\(property)", value, of: port.id)],
          party: .customer, remedy: Remedy(advice))
      }
      if link.adminState?.lowercased() == "disabled" {
        return fail(
          "is switched off (adminState Disabled): it carries nothing", "adminState", link.adminState,
          "switch the link on: az network express-route port link update --port-name \(port.id.name) -n"
            + " \(link.name ?? path.rawValue) --admin-state Enabled")
      }
      if (link.macSecCKN == nil) != (link.macSecCAK == nil) {
        return fail(
          "has only one of MACsec's two keys", "macSecConfig", link.macSecCKN == nil ? "CAK alone" : "CKN alone",
          "set both keys, or none")
      }
      return signal(subject, port, link.name, path)
        ?? subject.finding(
          .directPort, link.adminState == nil ? .unknown : .pass,
          link.adminState == nil ? "nothing says whether \(name) is switched on" : "\(name) is switched on",
          at: [.customerEdge, .microsoftEdge], path: path, resource: port.id,
          evidence: [subject.property("links.adminState", link.adminState, of: port.id)],
          remedy: link.adminState == nil
            ? Remedy("read the port", ["az network express-route port show --ids \(id) -o json"]) : nil)
    }
  }

  /// What the metrics of a link say against it.
  private static func signal(
    _ subject: CircuitSubject, _ port: ExpressRoutePort, _ link: String?, _ path: DevicePath
  ) -> CircuitFinding? {
    let series = subject.catalog.metrics(of: port.id).filter { series in
      series.dimensions["link"].map { $0.lowercased() == link?.lowercased() } ?? (series.path == path)
    }
    for one in series {
      guard let latest = one.latest, let value = latest.value else { continue }
      let shown = "\(one.metric) \(value)"
      let evidence = [
        Evidence.observation(port.id, call: "metrics", value: shown, at: latest.time?.description, source: nil)
      ]
      if one.metric.lowercased() == "lineprotocol", value < 1 {
        return subject.finding(
          .directPort, .fail, "the line of link \(link ?? path.rawValue) is down",
          at: [.customerEdge, .microsoftEdge], path: path, resource: port.id, evidence: evidence, party: .customer,
          remedy: Remedy("look at the cross connect, the optics and the customer's port at its end"))
      }
      if one.metric.lowercased().hasSuffix("lightlevel"), !(-10...0).contains(value) {
        return subject.finding(
          .directPort, .warning,
          "\(one.metric) of link \(link ?? path.rawValue) is \(value) dBm; between -10 and 0 is healthy",
          at: [.customerEdge, .microsoftEdge], path: path, resource: port.id, evidence: evidence, party: .customer,
          remedy: Remedy("clean or change the fibre and the optics"))
      }
    }
    return nil
  }
}
