import CHeap
import Glibc

/// Time and memory of one piece of work: wall clock and processor time in seconds, and the process's peak.
struct Measurement {
  var wall = Double.infinity
  var processor = Double.infinity
  /// The largest resident size that the process has had so far, in bytes.
  var peakBytes = 0

  /// Runs the work several times and keeps the best times. The best run is the one that others disturbed least.
  static func best<Result>(of runs: Int, _ work: () throws -> Result) rethrows -> (Measurement, Result) {
    var best = Measurement()
    while true {
      let (wall, processor) = (Self.wall(), Self.processor())
      let result = try work()
      best.wall = min(best.wall, Self.wall() - wall)
      best.processor = min(best.processor, Self.processor() - processor)
      best.count += 1
      if best.count >= runs {
        best.peakBytes = Self.usage().ru_maxrss * 1024
        return (best, result)
      }
    }
  }

  /// No run yet.
  static let none = Measurement()

  /// The best times of both.
  func better(_ other: Measurement) -> Measurement {
    var best = self
    best.wall = min(wall, other.wall)
    best.processor = min(processor, other.processor)
    best.peakBytes = max(peakBytes, other.peakBytes)
    return best
  }

  private var count = 0

  private init() {}

  private static func wall() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func processor() -> Double {
    let usage = usage()
    let times = [usage.ru_utime, usage.ru_stime]
    return times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6 }
  }

  private static func usage() -> rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(0), &usage)
    return usage
  }

  /// The bytes on the heap that are in use now.
  static var heapBytes: Int { cheap_bytes_in_use() }
}
