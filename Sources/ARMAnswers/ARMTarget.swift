internal import AzureResources

/// What a call's path names.
enum ARMTarget {
  case subscriptions
  case subscription(String)
  case resourceGroups(subscription: String)
  case resourceGroup(subscription: String, name: String)
  /// `/resources`: everything in a subscription or group.
  case resources(Scope)
  /// All resources of a type in a subscription or group.
  case collection(Scope, type: String)
  case resource(ResourceID)
  /// A path that ends in a type or an action of a resource: the method tells which.
  case part(of: ResourceID, name: String)
  /// Something else, which only a recording can answer.
  case unknown

  /// A subscription, or one resource group of it.
  struct Scope {
    let subscription: String
    let group: String?
  }

  /// - Throws: `ARMError` for a path that no id can be made of.
  init(_ url: RequestURL) throws(ARMError) {
    let segments = url.segments
    guard let first = segments.first else { throw .invalidURL(url.path, "it has no path") }
    guard first.matches("subscriptions") else {
      self = .unknown
      return
    }
    if let provider = segments.lastIndex(where: { $0.matches("providers") }) {
      self = try Self.behindProvider(provider, url)
      return
    }
    let scope = segments.count > 3 ? segments[3] : nil
    switch (segments.count, segments.count > 2 ? segments[2].lowercased() : "") {
    case (1, _): self = .subscriptions
    case (2, _): self = .subscription(segments[1])
    case (3, "resourcegroups"): self = .resourceGroups(subscription: segments[1])
    case (3, "resources"): self = .resources(Scope(subscription: segments[1], group: nil))
    case (4, "resourcegroups"): self = .resourceGroup(subscription: segments[1], name: segments[3])
    case (5, "resourcegroups") where segments[4].matches("resources"):
      self = .resources(Scope(subscription: segments[1], group: scope))
    default: self = .unknown
    }
  }

  private static func behindProvider(_ provider: Int, _ url: RequestURL) throws(ARMError) -> ARMTarget {
    let segments = url.segments
    let tail = segments[(provider + 1)...]
    guard let namespace = tail.first, tail.count > 1 else { return .unknown }
    if tail.count.isMultiple(of: 2) == false { return .resource(try id(segments[...], url)) }
    if tail.count == 2 {
      let type = "\(namespace)/\(tail[tail.startIndex + 1])"
      switch provider {
      case 2: return .collection(Scope(subscription: segments[1], group: nil), type: type)
      case 4 where segments[2].matches("resourceGroups"):
        return .collection(Scope(subscription: segments[1], group: segments[3]), type: type)
      default: return .unknown
      }
    }
    return .part(of: try id(segments.dropLast(), url), name: tail.last ?? "")
  }

  private static func id(_ segments: ArraySlice<String>, _ url: RequestURL) throws(ARMError) -> ResourceID {
    guard let id = ResourceID("/" + segments.joined(separator: "/")) else {
      throw .invalidURL(url.path, "it is no resource id, or is longer than 2,048 bytes")
    }
    return id
  }
}
