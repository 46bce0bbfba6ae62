internal import AzureResources
internal import Dispatch
internal import Estate
internal import JSONReading
internal import Synchronization

/// Decodes elements on all cores, and gives the results in the order of the snapshot.
struct DecodingQueue {
  /// Elements are handed out in jobs of about this many bytes.
  private static let jobSize = 1 << 20
  /// Below this many bytes a second thread costs more than it brings.
  private static let inlineLimit = 1 << 20

  private final class Results: Sendable {
    let batches = Mutex<[Int: ResourceBatch]>([:])
    /// Decoders that no job has now.
    let decoders = Mutex<[Decoder]>([])
    let fault = Mutex<(job: Int, file: Int32, error: JSONSyntaxError)?>(nil)
  }

  private let results = Results()
  private let group = DispatchGroup()
  private let slots = DispatchSemaphore(value: 16)
  private let queue = DispatchQueue(label: "azimuth.decoding", attributes: .concurrent)
  private var jobs = 0

  /// Decodes the elements of a piece, here or on the queue.
  mutating func add(_ piece: TextPiece, _ elements: [JSONSplitter.Element], offset: Int, file: Int32) {
    var start = 0
    while start < elements.count {
      var end = start
      var size = 0
      while end < elements.count, size < Self.jobSize {
        size += elements[end].range.count
        end += 1
      }
      let job = DecodingJob(bytes: piece.bytes, elements: Array(elements[start..<end]), offset: offset, file: file)
      run(job, isWorthAThread: piece.count > Self.inlineLimit)
      start = end
    }
  }

  private mutating func run(_ job: DecodingJob, isWorthAThread: Bool) {
    let number = jobs
    jobs += 1
    guard isWorthAThread else {
      Self.decode(job, number, results)
      return
    }
    slots.wait()
    queue.async(group: group) { [results, slots] in
      Self.decode(job, number, results)
      slots.signal()
    }
  }

  /// Waits for the jobs and gives their results in order.
  ///
  /// - Throws: The first fault in the order of the snapshot.
  func finish(_ text: SnapshotText) throws(SnapshotError) -> [ResourceBatch] {
    group.wait()
    if let fault = results.fault.withLock({ $0 }) { throw text.error(fault.error, file: fault.file) }
    let batches = results.batches.withLock { $0 }
    return (0..<jobs).compactMap { batches[$0] }
  }

  private static func decode(_ job: DecodingJob, _ number: Int, _ results: Results) {
    guard let decoder = results.decoders.withLock({ $0.popLast() }) ?? Decoder() else {
      let error = JSONSyntaxError(offset: job.offset, reason: .other("out of memory"))
      results.fault.withLock { if ($0?.job ?? .max) > number { $0 = (number, job.file, error) } }
      return
    }
    defer { results.decoders.withLock { $0.append(decoder) } }
    switch job.run(decoder) {
    case .success(let batch): results.batches.withLock { $0[number] = batch }
    case .failure(let error):
      results.fault.withLock { if ($0?.job ?? .max) > number { $0 = (number, job.file, error) } }
    }
  }
}
