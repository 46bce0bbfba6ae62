internal import CommandLineParsing

/// `azimuth expressroute`: the guide to ExpressRoute, step by step.
enum ExpressRouteGroup {
  static var node: CommandNode<Surroundings> {
    .group(
      "expressroute",
      summary: "Verify ExpressRoute circuits, and look into their states, peerings, ARP, routes, traffic.",
      discussion: """
        The tables come from a snapshot's observations, or from pasted text: what PowerShell, the Azure CLI or the \
        portal printed. With text alone no snapshot is needed.
        """,
      [
        .command(ExpressRouteListCommand.self),
        .command(ExpressRouteVerifyCommand.self),
        .command(ExpressRoutePeeringsCommand.self),
        .command(ExpressRouteARPCommand.self),
        .command(ExpressRouteRoutesCommand.self),
        .command(ExpressRouteStatsCommand.self),
        .command(ExpressRouteInterpretCommand.self),
      ])
  }
}
