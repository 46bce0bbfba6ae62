internal import CommandLineParsing
internal import Probing

/// An HTTP proxy of the command line.
struct ProxyText: ArgumentValue, Hashable {
  let proxy: HTTPProxy

  init(argument: String) throws(ArgumentValueError) {
    do throws(ProxyURLError) {
      proxy = try HTTPProxy(argument)
    } catch {
      throw ArgumentValueError("\(error)")
    }
  }

  static var argumentPlaceholder: String { "URL" }
  var argumentText: String { "\(proxy)" }
}
