internal import AzureResources
internal import Estate
internal import IPAddressing

/// Resources whose addresses Azimuth doesn't read: application gateways, bastion hosts and whatever else is in the
/// snapshot. An address of theirs is not nobody's.
extension Tracer {
  /// A resource of a kind without a shape of its own that speaks of the address and of the network.
  ///
  /// - Complexity: O(bytes of such resources): only where an address has no owner.
  func unmodelledOwner(of address: IPAddress, inNetwork network: Int) -> ResourceID? {
    guard estate.hasUnmodelledRecords else { return nil }
    let quoted = Array("\"\(address)\"".utf8)
    let place = Array(estate.virtualNetworks[network].id.text.lowercased().utf8)
    return estate.unmodelledRecords.first { record in
      estate.text.withBytes(of: record.source) { bytes in
        Self.contains(bytes, quoted) && Self.contains(bytes, place)
      } ?? false
    }?.id
  }

  /// Whether the bytes contain the pattern, which is in lower case, without regard to ASCII case.
  private static func contains(_ bytes: UnsafeRawBufferPointer, _ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first, bytes.count >= pattern.count else { return false }
    return (0...bytes.count - pattern.count).contains { start in
      fold(bytes[start]) == first && pattern.indices.allSatisfy { fold(bytes[start + $0]) == pattern[$0] }
    }
  }

  private static func fold(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }
}
