internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether Microsoft announces anything over Microsoft peering: a route filter with communities says what.
///
/// - Source: ExpressRoute semantics A.2.2, rule ER-C09; peerings from before August 2017 need none.
struct RouteFilterCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard let peering = subject.peerings.first(where: { $0.type == .microsoftPeering }), peering.isConfigured else {
      return []
    }
    let attached =
      peering.peering.routeFilter
      ?? subject.catalog.routeFilters.first { $0.peerings.contains(peering.peering.id) }?.id
    let evidence = [subject.property("routeFilter", attached?.text, of: peering.peering.id)]
    let isLegacy = peering.peering.microsoftPeering?.legacyMode.map { $0 != 0 } ?? false
    func finding(
      _ status: Check.Status, _ summary: String, _ more: [Evidence] = [], _ advice: String? = nil,
      _ command: String = ""
    ) -> CircuitFinding {
      subject.finding(
        .routeFilter, status, "Microsoft peering: \(summary)", at: [.microsoftEdge], peering: peering,
        evidence: evidence + more, party: advice == nil ? nil : .customer,
        remedy: advice.map { Remedy($0, command.isEmpty ? [] : [command]) })
    }
    guard let attached else {
      return [
        isLegacy
          ? finding(.pass, "it has no route filter and needs none: it is older than they are")
          : finding(
            .fail, "no route filter is attached, so Microsoft announces nothing over it", [],
            "attach a route filter that allows the communities of the services that are wanted",
            "az network express-route peering update --ids \(peering.peering.id) --route-filter <id>")
      ]
    }
    guard let filter = subject.catalog.routeFilter(attached) else {
      return [
        subject.finding(
          .routeFilter, .unknown, "the snapshot lacks route filter \(attached.name) of Microsoft peering",
          at: [.microsoftEdge], peering: peering, evidence: evidence,
          remedy: Remedy("read the filter", ["az network route-filter show --ids \(attached) -o json"]))
      ]
    }
    let communities = filter.rules.filter { $0.access?.lowercased() != "deny" }.flatMap(\.communities)
    let shown = [subject.property("communities", communities.joined(separator: ", "), of: filter.id)]
    guard !communities.isEmpty else {
      return [
        finding(
          .fail, "route filter \(filter.id.name) allows no community, so Microsoft announces nothing", shown,
          "allow the communities of the services that are wanted",
          "az network route-filter rule create\(filter.id.resourceGroup.map { " -g \($0)" } ?? "") --filter-name"
            + " \(filter.id.name) -n allow --access Allow --communities 12076:<service>")
      ]
    }
    let foreign = communities.filter { !$0.hasPrefix("12076:") }
    if !foreign.isEmpty {
      return [
        finding(
          .warning,
          "route filter \(filter.id.name) names \(foreign.joined(separator: ", ")), which no service of Microsoft's has",
          shown, "use communities of the form 12076:5xxx")
      ]
    }
    return [finding(.pass, "route filter \(filter.id.name) allows \(communities.joined(separator: ", "))", shown)]
  }
}
