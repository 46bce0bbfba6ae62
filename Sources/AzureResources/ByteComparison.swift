internal import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are the same, compared as fast as the machine can.
  func isEqual(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count, let first = baseAddress, let second = other.baseAddress else {
      return isEmpty && other.isEmpty
    }
    return memcmp(first, second, count) == 0
  }
}
