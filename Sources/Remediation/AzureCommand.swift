internal import AzureResources

/// A command of the Azure CLI in the making.
struct AzureCommand {
  private(set) var text: String
  /// Whether `--set` and `--add` take the resource's properties by their names.
  let takesGenericOptions: Bool
  private var tail = ""

  init(_ verb: String) {
    text = "az \(verb)"
    takesGenericOptions = false
  }

  /// A command that names its resource by id.
  init(_ verb: String, id: ResourceID, isGeneric: Bool = false) {
    text = "az \(verb) --ids \(Self.quoted(id.text))"
    takesGenericOptions = isGeneric
  }

  /// A command that names a resource by name, in its group.
  init(_ verb: String, named id: ResourceID) {
    text = "az \(verb)\(Self.scope(id)) -n \(Self.quoted(String(id.name)))"
    takesGenericOptions = false
  }

  /// A command that names a child by its parent's name and its own.
  init(_ verb: String, child id: ResourceID, of option: String, isGeneric: Bool = false) {
    let parent = Self.quoted(String(id.parent?.name ?? ""))
    text = "az \(verb)\(Self.scope(id)) \(option) \(parent) -n \(Self.quoted(String(id.name)))"
    takesGenericOptions = isGeneric
  }

  mutating func add(_ option: String, _ words: [String]) {
    guard !words.isEmpty else { return }
    text += " \(option) \(words.map(Self.quoted).joined(separator: " "))"
  }

  mutating func flag(_ option: String) { text += " \(option)" }

  private static func scope(_ id: ResourceID) -> String {
    let subscription = id.subscription.map { " --subscription \($0)" } ?? ""
    return "\(subscription) -g \(quoted(String(id.resourceGroup ?? "")))"
  }

  /// A word as a POSIX shell reads it whole.
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./:,=@%+".utf8.contains(byte)
      }
    }
    return plain && !word.isEmpty
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
