internal import Dispatch

/// Runs what blocks its thread off the cooperative pool: that has as many threads as the machine has cores, and one that
/// waits for the network stops all tasks behind it.
enum BlockingWork {
  private static let queue = DispatchQueue(label: "azimuth.probing", attributes: .concurrent)

  /// The result of `work`, done on a thread of its own.
  static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }

  /// The results for all elements in their order, `limit` at a time.
  static func map<Element: Sendable, Value: Sendable>(
    _ elements: [Element], atOnce limit: Int = 16, _ work: @escaping @Sendable (Element) -> Value
  ) async -> [Value] {
    await withTaskGroup(of: (Int, Value).self) { group in
      var results = [Value?](repeating: nil, count: elements.count)
      var next = 0
      func start() {
        let (index, element) = (next, elements[next])
        next += 1
        group.addTask { (index, await run { work(element) }) }
      }
      while next < min(limit, elements.count) { start() }
      for await (index, value) in group {
        results[index] = value
        if next < elements.count { start() }
      }
      return results.compactMap { $0 }
    }
  }
}
