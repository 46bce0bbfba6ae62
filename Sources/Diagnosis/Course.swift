internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis

/// A connection followed there and back by one way, of several where flows are spread.
struct Course {
  /// How many ways are followed at most.
  static let limit = 8

  /// The way to take at each fork, in order.
  struct Choices {
    var there: [Int] = []
    var back: [Int] = []
  }

  let choices: Choices
  let forward: Journey
  let back: Journey?
  var report: CheckReport

  var verdict: Verdict { report.verdict }

  /// The forks there, and back where the packet arrives at all.
  private var forks: (there: [Fork], back: [Fork]) {
    (forward.path.forks, forward.path.isComplete ? back?.path.forks ?? [] : [])
  }

  /// Choices that lead to ways not followed yet: at each fork behind those that were chosen, the other ways.
  var others: [Choices] {
    var found: [Choices] = []
    let (there, back) = forks
    for position in there.indices.dropFirst(choices.there.count) {
      for way in 0..<there[position].count where way != there[position].taken {
        found.append(Choices(there: there[..<position].map(\.taken) + [way]))
      }
    }
    for position in back.indices.dropFirst(choices.back.count) {
      for way in 0..<back[position].count where way != back[position].taken {
        found.append(Choices(there: there.map(\.taken), back: back[..<position].map(\.taken) + [way]))
      }
    }
    return found
  }

  /// What tells it from the other ways.
  func name(_ estate: Estate) -> String {
    func names(_ forks: [Fork]) -> String {
      forks.map { fork in
        let machine = estate.networkInterfaceIndex(fork.device).flatMap { estate.virtualMachine(ofInterface: $0) }
        let device = machine.map { estate.virtualMachines[$0].id } ?? fork.device
        return device.map { String($0.name) } ?? fork.address.map { "\($0)" } ?? "way \(fork.taken + 1)"
      }.joined(separator: " and ")
    }
    let (there, back) = forks
    if back.isEmpty { return names(there) }
    return there.isEmpty ? "\(names(back)) on the way back" : "\(names(there)), back by \(names(back))"
  }

  func alternative(_ estate: Estate) -> AlternativeWay {
    AlternativeWay(
      forks: forks.there, forksBack: forks.back, forward: forward.path, wayBack: back?.path, verdict: verdict,
      cause: report.cause?.code, name: name(estate))
  }
}
