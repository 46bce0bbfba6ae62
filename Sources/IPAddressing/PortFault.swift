/// What is wrong with a text of ports, before the text is copied into a `PortParseError`.
struct PortFault: Error {
  let reason: PortParseError.Reason
  let offset: Int
}
