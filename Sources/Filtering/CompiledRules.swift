internal import AzureResources
internal import IPAddressing

/// The rules of one filter in one direction, compiled: a mask of rules for each piece of each field. The rules that
/// cover a packet are those in all its masks; the first of them decides.
struct CompiledRules: Sendable {
  /// Where all compiled rules keep their numbers and masks.
  struct Storage: Sendable {
    var cuts: [UInt32] = []
    var masks: [UInt64] = []
    /// What each rule does, see `Word`.
    var words: [UInt8] = []
  }

  /// What a rule does.
  enum Word: UInt8 {
    case allow
    case deny
    case alwaysAllow
    /// It may or may not apply: the snapshot lacks something.
    case doubtful
    /// No rule covers the packet.
    case none
  }

  /// The length of a mask in words of 64 rules.
  var maskWords: Int32 = 1
  /// Where the rules' words start.
  var words: Int32 = 0
  /// Where the protocols' masks start, one for each code of `FilterPacket.transport`.
  var transports: Int32 = 0
  var source = CompiledDimension()
  var destination = CompiledDimension()
  var sourcePort = CompiledDimension()
  var destinationPort = CompiledDimension()

  /// Pointers into a storage.
  struct Pointers {
    let cuts: UnsafePointer<UInt32>
    let masks: UnsafePointer<UInt64>
    let words: UnsafePointer<UInt8>
  }

  /// The first rule that covers a packet, as a position among the rules compiled; nil where none does.
  @inline(__always)
  func first(_ packet: FilterPacket, _ storage: Pointers) -> Int? {
    let width = Int(maskWords)
    var one = Int(transports) + Int(packet.transport) * width
    var two = Int(source.masks) + source.piece(of: packet.source, storage.cuts) * width
    var three = Int(destination.masks) + destination.piece(of: packet.destination, storage.cuts) * width
    guard packet.transport < FilterPacket.transportsWithPorts else {
      for word in 0..<width {
        let found = storage.masks[one + word] & storage.masks[two + word] & storage.masks[three + word]
        if found != 0 { return word * 64 + found.trailingZeroBitCount }
      }
      return nil
    }
    var four =
      Int(destinationPort.masks) + destinationPort.piece(of: UInt32(packet.destinationPort), storage.cuts) * width
    var five = Int(sourcePort.masks) + sourcePort.piece(of: UInt32(packet.sourcePort), storage.cuts) * width
    for word in 0..<width {
      let found =
        storage.masks[one] & storage.masks[two] & storage.masks[three] & storage.masks[four] & storage.masks[five]
      if found != 0 { return word * 64 + found.trailingZeroBitCount }
      one += 1
      two += 1
      three += 1
      four += 1
      five += 1
    }
    return nil
  }

  /// What the first rule that covers a packet does.
  @inline(__always)
  func word(_ packet: FilterPacket, _ storage: Pointers) -> UInt8 {
    guard let rule = first(packet, storage) else { return Word.none.rawValue }
    return storage.words[Int(words) + rule]
  }
}
