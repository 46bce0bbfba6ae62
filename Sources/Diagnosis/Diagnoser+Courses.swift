internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis

/// Flows that are spread over several ways: next hops of one route, backends of one load balancer.
extension Diagnoser {
  /// The ends of a connection with the packet between them.
  struct Connection {
    let packet: Packet
    let departure: Journey.Departure
    let source: LocatedEndpoint
    let destination: LocatedEndpoint
  }

  /// The way that the diagnosis shows: of several the first that is blocked, else the first whose outcome is unknown.
  /// Where only some are blocked, its cause says which.
  ///
  /// - Complexity: O(ways, at most `Course.limit`); where there is one way, that way alone is followed.
  mutating func follow(_ connection: Connection) -> (shown: Course, ways: [AlternativeWay], isCut: Bool) {
    let first = follow(connection, Course.Choices())
    var pending = first.others
    guard !pending.isEmpty else { return (first, [], false) }
    var courses = [first]
    while courses.count < Course.limit, !pending.isEmpty {
      let course = follow(connection, pending.removeFirst())
      courses.append(course)
      pending += course.others
    }
    let blocked = courses.filter { $0.verdict == .blocked }
    var shown = blocked.first ?? courses.first { $0.verdict == .indeterminate } ?? first
    for course in blocked { shown.report.addFaults(of: course.report) }
    if blocked.count < courses.count {
      let names = blocked.map { $0.name(estate) }.joined(separator: "; by ")
      shown.report.share("of \(courses.count) ways that flows may take, those by \(names) fail")
    }
    return (shown, courses.map { $0.alternative(estate) }, !pending.isEmpty)
  }

  private mutating func follow(_ connection: Connection, _ choices: Course.Choices) -> Course {
    let (packet, source, destination) = (connection.packet, connection.source, connection.destination)
    let forward = Journey(
      packet, connection.departure, destination.delivery, choosing: choices.there, &tracer)
    let back = wayBack(packet, forward, source, destination, choosing: choices.back)
    for trace in forward.stops + (back?.stops ?? []) { rules.read(for: trace, estate, &tracer) }
    var report = CheckReport(
      estate: estate, packet: packet, machines: machines, ends: [source, destination], rules: rules)
    report.judge(source, .sourceStopped)
    report.judge(forward, .there)
    report.judge(destination, .destinationStopped)
    report.judge(back, .back, answering: forward)
    report.compare(forward, back, declared)
    return Course(choices: choices, forward: forward, back: back, report: report)
  }
}
