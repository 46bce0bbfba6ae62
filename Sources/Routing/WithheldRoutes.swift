/// Routes that exist but that a table doesn't get, kept so that an explanation can name them.
struct WithheldRoutes: Sendable {
  let layer: RouteLayer
  let reason: WithholdingReason
}
