internal import AzureResources
internal import Estate
internal import Filtering
internal import PathAnalysis

/// What filters on the path let pass.
extension CheckReport {
  /// One check a place and direction that lets the packet pass, or whose word is unknown; what denies is a fault.
  mutating func pass(_ passage: FilterPassage, _ direction: Direction) {
    let what = direction == .there ? "the packet" : "the answer"
    let way = passage.direction == .inbound ? "in" : "out"
    switch passage.outcome {
    case .established:
      add(
        Check(
          .ruleDenies, .pass, "\(passage.place.name) lets \(what) \(way): it belongs to a connection that passed there",
          passage.place))
    case .closedWithoutGroup: break
    case .judged(let verdict):
      switch verdict.access {
      case .deny: break
      case .noFilters: add(unfiltered(passage, verdict.exemption, "\(what) \(way)"))
      case .allow:
        let rules = verdict.stages.compactMap { stage in
          stage.decision.map { "\($0.rule.name) (\($0.rule.priority)) of \(stage.group.name)" }
        }
        add(
          Check(
            .ruleDenies, .pass, "\(passage.place.name) lets \(what) \(way) by \(rules.joined(separator: " and "))",
            passage.place, evidence(verdict)))
      case .unknown(let open):
        add(
          Check(
            .ruleDenies, .unknown, "whether \(passage.place.name) lets \(what) \(way) is unknown: \(open)",
            passage.place, evidence(verdict)))
      }
    }
  }

  private func unfiltered(_ passage: FilterPassage, _ exemption: FilterExemption?, _ what: String) -> Check {
    let why = exemption.map { ": \($0.sentence)" } ?? ""
    return Check(
      .ruleDenies, .pass, "no network security group filters \(what) at \(passage.place.name)\(why)", passage.place)
  }

  private func evidence(_ verdict: FilterVerdict) -> [Evidence] {
    verdict.stages.compactMap { stage in
      stage.decision.map {
        .rule($0, group: stage.group, appliedTo: stage.appliedTo, source: estate.record(stage.group)?.source)
      }
    }
  }
}
