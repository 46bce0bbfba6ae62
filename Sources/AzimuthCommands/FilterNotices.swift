internal import AzureResources
internal import Filtering
internal import Reporting

/// What there is to say about a filter's answer besides the answer.
enum FilterNotices {
  static func notices(_ verdict: FilterVerdict) -> [Notice] {
    var notices = missing(verdict.missing)
    if case .unknown(let what) = verdict.access, what.contains("service tag") {
      notices.append(
        Notice(
          .missing, "nothing tells \(what); --service-tags FILE takes Azure's list",
          command: "az network list-service-tags --location <region> -o json"))
    }
    return notices
  }

  /// Groups, subnets and rules that the snapshot lacks, with the commands that collect them.
  static func missing(_ ids: [ResourceID]) -> [Notice] {
    ids.map { id in
      Notice(
        .missing, "\(id.kind.noun) \(id.shortName) is not in the snapshot, or can't be read",
        command: CollectionCommand.showing(id))
    }
  }
}
