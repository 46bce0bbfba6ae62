/// Why no server answers.
public enum NameFailure: String, Sendable, Hashable {
  /// 168.63.129.16 answers only inside a virtual network.
  case azureResolverOutsideNetworks
  /// Nothing has the server's address.
  case addressUnowned
  /// The machine is stopped.
  case serverStopped
  /// The server doesn't listen at its network address.
  case notListening
  /// The firewall's DNS proxy is off.
  case proxyOff
  /// The server hands nothing on and has no zone of the name.
  case refused
  /// Servers hand the question on to each other.
  case forwardingLoop
  /// Aliases that lead back to themselves.
  case aliasLoop
  /// More aliases than a resolver follows.
  case tooManyAliases
}
