/// Why a text names no proxy.
public enum ProxyURLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another scheme than `http`.
  case scheme(String)
  case malformed(String)

  /// What is wrong and what is wanted.
  public var description: String {
    switch self {
    case .scheme(let name):
      "a proxy with the scheme \"\(name)\" isn't supported, nor is it by Azure Migrate's appliance: expected"
        + " http://HOST:PORT"
    case .malformed(let text): "\"\(text)\" is no proxy: expected http://[USER:PASSWORD@]HOST:PORT"
    }
  }
}
