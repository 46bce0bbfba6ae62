internal import AzureResources
internal import IPAddressing
public import JSONDocument

/// What is known of a resource: names and values in the order in which they are shown.
public struct ResourceFacts: Sendable, Hashable {
  /// Names in Azure's manner (`virtualNetwork`), ids as whole ids, unknown values as null.
  public private(set) var object = JSONObject()

  init() {}

  /// A resource that is attached here; null where there is none.
  mutating func add(_ key: String, _ id: ResourceID?) { object[key] = id.map { .string($0.text) } ?? .null }

  mutating func add(_ key: String, _ text: String?) { object[key] = text.map { .string($0) } ?? .null }

  mutating func add(_ key: String, _ flag: Bool) { object[key] = .bool(flag) }

  mutating func add(_ key: String, _ number: Int64?) { object[key] = number.map { .integer($0) } ?? .null }

  mutating func add(_ key: String, _ ids: [ResourceID]) { object[key] = .array(ids.map { .string($0.text) }) }

  mutating func add(_ key: String, texts: some Sequence<String>) { object[key] = .array(texts.map { .string($0) }) }

  mutating func add(_ key: String, _ prefixes: [IPPrefix]) { add(key, texts: prefixes.map(\.description)) }

  mutating func add(_ key: String, _ addresses: [IPAddress]) { add(key, texts: addresses.map(\.description)) }

  mutating func add(_ key: String, json: JSONValue) { object[key] = json }

  /// A list of things with facts of their own.
  mutating func add<Element>(
    _ key: String, list: some Sequence<Element>, _ describe: (Element, inout ResourceFacts) -> Void
  ) {
    object[key] = .array(
      list.map { element in
        var facts = ResourceFacts()
        describe(element, &facts)
        return .object(facts.object)
      })
  }
}
