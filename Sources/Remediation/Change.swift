public import AzureResources
public import JSONDocument

/// A smallest change of configuration.
///
/// One value says how `az` makes the change (`commands`) and what the estate is afterwards (`EstateEditor`), so that
/// what is proved is what is printed.
public enum Change: Sendable, Hashable {
  /// Sets a property, by its name below `properties`; dots lead into objects. A null value takes it away.
  case set(ResourceID, property: String, value: JSONValue)
  /// Sets several properties at once, where one alone would be refused.
  case update(ResourceID, properties: JSONObject)
  /// Adds a value to a list of a resource's properties.
  case add(ResourceID, property: String, value: JSONValue)
  /// Creates a resource or a child, or replaces the one that is there.
  case put(ResourceID, properties: JSONObject, location: String?)
  case delete(ResourceID)
  /// Approves a private endpoint's connection, on the side of its target; nil where the snapshot lacks that side.
  case approve(endpoint: ResourceID, connection: ResourceID?)
  /// Starts a machine.
  case start(ResourceID)
  /// Tells a peering the remote network's present address space.
  case synchronise(peering: ResourceID)
  /// Puts a network manager's security admin configurations into force in regions. They take the place of those that are
  /// in force there, so all that are to be have to be named.
  case deploy(manager: ResourceID, configurations: [ResourceID], regions: [String])

  /// The resource that is changed.
  public var resource: ResourceID {
    switch self {
    case .update(let id, _), .set(let id, _, _), .add(let id, _, _), .put(let id, _, _), .delete(let id),
      .start(let id),
      .synchronise(peering: let id), .deploy(manager: let id, _, _), .approve(endpoint: let id, _):
      id
    }
  }

  /// What is done to it, in one word.
  public var verb: String {
    switch self {
    case .set: "set"
    case .update: "update"
    case .add: "add"
    case .put: "put"
    case .delete: "delete"
    case .start: "start"
    case .approve: "approve"
    case .synchronise: "synchronise"
    case .deploy: "deploy"
    }
  }

  /// A reference to a resource, as ARM writes it.
  public static func reference(_ id: ResourceID?) -> JSONValue { id.map { ["id": .string($0.text)] } ?? .null }
}
