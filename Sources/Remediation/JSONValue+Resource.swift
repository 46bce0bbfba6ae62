internal import JSONDocument

/// A resource's document, whether its properties are under `properties`, as ARM has them, or beside its id, as `az`
/// prints them.
extension JSONValue {
  /// The property under a name; dots lead into objects.
  func property(_ path: String) -> JSONValue? {
    let start = self["properties"]?.members != nil ? self["properties"] : self
    return path.split(separator: ".").reduce(start) { value, key in value?[String(key)] }
  }

  mutating func setProperty(_ path: String, _ value: JSONValue?) {
    let keys = path.split(separator: ".").map(String.init)
    set(self["properties"]?.members != nil ? ["properties"] + keys : keys, value)
  }

  private mutating func set(_ path: [String], _ value: JSONValue?) {
    guard let key = path.first else { return }
    var object = members ?? JSONObject()
    if path.count == 1 {
      object[key] = value
    } else {
      var inner = object[key] ?? .object(JSONObject())
      inner.set(Array(path.dropFirst()), value)
      object[key] = inner
    }
    self = .object(object)
  }

  /// The children in one of a resource's lists.
  func children(_ list: String) -> [JSONValue] { property(list)?.elements ?? self[list]?.elements ?? [] }

  mutating func updateChildren(_ list: String, _ body: (inout [JSONValue]) -> Void) {
    var children = children(list)
    body(&children)
    if property(list) == nil, self[list]?.elements != nil {
      set([list], .array(children))
    } else {
      setProperty(list, .array(children))
    }
  }

  /// Removes what any of the tools says of a machine's power state.
  mutating func dropPowerState() {
    for path in [["instanceView"], ["powerState"], ["extended", "instanceView"]] {
      let name = path.joined(separator: ".")
      if property(name) != nil { setProperty(name, nil) }
      if path.count == 1, self[path[0]] != nil { set(path, nil) }
    }
  }
}
