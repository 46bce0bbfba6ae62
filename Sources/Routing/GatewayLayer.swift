/// What a network's subnets get from gateways.
struct GatewayLayer: Sendable {
  let layer: RouteLayer
  var missing: [MissingInput] = []
  var withheld: [WithheldRoutes] = []
}
