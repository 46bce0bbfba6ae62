/// The next hop of each table for each class of addresses. Tables that forward alike share a row.
///
/// Cells are bytes where the next hops can be numbered with one, as in estates with fewer than 256 appliances.
struct ForwardingMatrix: Sendable {
  enum Cells: Sendable {
    case narrow([UInt8])
    case wide([UInt16])
  }

  private(set) var cells: Cells
  /// Where each table's row begins.
  private(set) var rows: [UInt32] = []

  /// - Parameter answers: The functions of each table.
  /// - Returns: nil beyond 2^32 cells.
  /// - Complexity: O(tables × classes).
  init?(_ answers: [ForwardingCompiler.Compiled], _ compiler: ForwardingCompiler, _ sweep: ForwardingSweep) {
    guard answers.count * sweep.numbers.count <= Int(UInt32.max) else { return nil }
    let classes = sweep.representatives
    var learned: [Int: [ForwardingChoice]] = [:]
    for function in Set(answers.map(\.learned)) {
      learned[function] = Self.spread(compiler.profiles[function], over: classes)
    }
    var wide: [UInt16] = []
    var known: [[UInt16]: Int] = [:]
    for answer in answers {
      let row = Self.row(compiler.profiles[answer.own], learned[answer.learned] ?? [], sweep)
      let place = known[row] ?? wide.count
      if place == wide.count {
        known[row] = place
        wide += row
      }
      rows.append(UInt32(truncatingIfNeeded: place))
    }
    let isNarrow = compiler.nextHops.count <= Int(UInt8.max)
    cells = isNarrow ? .narrow(wide.map { UInt8(truncatingIfNeeded: $0) }) : .wide(wide)
  }

  /// What a function says of each class.
  private static func spread(_ function: ForwardingProfile, over classes: [UInt32]) -> [ForwardingChoice] {
    var spread: [ForwardingChoice] = []
    spread.reserveCapacity(classes.count)
    runs(function, classes) { choice, run in spread += repeatElement(choice, count: run.count) }
    return spread
  }

  private static func row(
    _ own: ForwardingProfile, _ learned: [ForwardingChoice], _ sweep: ForwardingSweep
  ) -> [UInt16] {
    var row = [UInt16](repeating: 0, count: sweep.numbers.count)
    runs(own, sweep.representatives) { choice, run in
      for place in run { row[Int(sweep.numbers[place])] = choice.nextHop(beside: learned[place]) }
    }
    return row
  }

  /// The runs of classes, in the order of their lowest addresses, that lie in one step of the function.
  private static func runs(
    _ function: ForwardingProfile, _ classes: [UInt32], _ body: (ForwardingChoice, Range<Int>) -> Void
  ) {
    var position = 0
    for step in function.starts.indices {
      let end = step + 1 < function.starts.count ? function.starts[step + 1] : nil
      let start = position
      while position < classes.count, end.map({ classes[position] < $0 }) ?? true { position += 1 }
      if start < position { body(function.choices[step], start..<position) }
    }
  }

  /// The next hop in a cell.
  func nextHop(_ cell: Int) -> UInt16 {
    switch cells {
    case .narrow(let cells): UInt16(cells[cell])
    case .wide(let cells): cells[cell]
    }
  }

  /// Bytes on the heap.
  var memoryBytes: Int {
    switch cells {
    case .narrow(let cells): cells.capacity + rows.capacity * 4
    case .wide(let cells): cells.capacity * 2 + rows.capacity * 4
    }
  }
}
