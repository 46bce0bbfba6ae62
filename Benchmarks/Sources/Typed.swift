import AzureResources
import IPAddressing

/// Azimuth's types as `JSONDecoder` reads them. A text that isn't one is nil.
enum Typed {
  struct ID: Decodable {
    let value: ResourceID?

    init(from decoder: any Decoder) throws {
      value = ResourceID(try decoder.singleValueContainer().decode(String.self))
    }
  }

  struct Prefix: Decodable {
    let value: IPPrefix?

    init(from decoder: any Decoder) throws {
      value = try? IPPrefix(try decoder.singleValueContainer().decode(String.self), hostBits: .masked)
    }
  }

  struct Address: Decodable {
    let value: IPAddress?

    init(from decoder: any Decoder) throws {
      value = try? IPAddress(try decoder.singleValueContainer().decode(String.self))
    }
  }

  /// A prefix, or the name of a service tag.
  enum Scope: Decodable {
    case prefix(IPPrefix)
    case tag(String)

    init(from decoder: any Decoder) throws {
      let text = try decoder.singleValueContainer().decode(String.self)
      self = (try? IPPrefix(text, hostBits: .masked)).map(Scope.prefix) ?? .tag(text)
    }
  }

  struct Ports: Decodable {
    let value: PortSet?

    init(from decoder: any Decoder) throws {
      value = try? PortSet(try decoder.singleValueContainer().decode(String.self))
    }
  }
}
