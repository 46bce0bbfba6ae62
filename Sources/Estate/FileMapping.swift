internal import Glibc

/// A file as the system maps it into memory: nothing is copied, and unread pages take no memory of the process.
///
/// Zeros follow the file's bytes. The mapping outlives the descriptor and a file that is replaced or removed; a file
/// that is cut short while it is mapped ends the process at the next look at what is gone, as with every mapping.
public final class FileMapping: Sendable {
  /// Where the mapping begins. A number, since pointers don't pass between threads.
  private let address: UInt
  /// Bytes of address space.
  private let size: Int
  /// The file's bytes.
  public let count: Int

  /// Maps the first `count` bytes of a file, with `padding` zeros behind them; nil where the system refuses.
  public init?(_ descriptor: Int32, count: Int, padding: Int) {
    // The file goes over zero pages, so that what lies behind its last page can be read too.
    let size = count + padding
    guard count > 0,
      let zeros = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), zeros != MAP_FAILED
    else { return nil }
    guard mmap(zeros, count, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) != MAP_FAILED else {
      munmap(zeros, size)
      return nil
    }
    address = UInt(bitPattern: zeros)
    self.size = size
    self.count = count
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), size) }

  /// The file's bytes and the padding.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: size)
  }
}
