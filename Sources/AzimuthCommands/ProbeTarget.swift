internal import CommandLineParsing
internal import Probing

/// A host and a port of the command line.
struct ProbeTarget: ArgumentValue, Hashable {
  let place: HostPort

  init(argument: String) throws(ArgumentValueError) {
    guard let place = HostPort(argument) else {
      throw ArgumentValueError("expected HOST:PORT, such as 10.0.0.4:443, kv1.vault.azure.net:443 or [fd00::4]:443")
    }
    self.place = place
  }

  static var argumentPlaceholder: String { "HOST:PORT" }
  var argumentText: String { "\(place)" }
}
